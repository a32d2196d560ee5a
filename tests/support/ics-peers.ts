/*
 * Other readers of iCalendar, as far as they are installed here. They are loaded by a name that no compiler follows, so that a checkout
 * without them still compiles, and what they export is looked at before it is believed.
 */

/** One occurrence as a peer has it: milliseconds since the epoch. */
export type PeerSpan = { readonly from: number; readonly to: number };

/** Expands a feed between two instants, in ascending order. */
export type PeerReader = (text: string, from: number, to: number) => readonly PeerSpan[];

type Time = { toUnixTime(): number };
type IcalEvent = {
  readonly component: unknown;
  readonly startDate: Time;
  iterator(): { next(): Time | null | undefined };
  getOccurrenceDetails(time: Time): { readonly startDate: Time; readonly endDate: Time };
};
type IcalComponent = { getAllSubcomponents(name: string): readonly unknown[] };
type Ical = {
  parse(text: string): unknown;
  readonly Component: new (parsed: unknown) => IcalComponent;
  readonly Event: new (component: unknown) => IcalEvent;
  readonly Timezone: new (component: unknown) => unknown;
  readonly TimezoneService: { register(zone: unknown): void };
};

/** ical.js; `undefined` where it is not installed. */
export async function icalJs(): Promise<PeerReader | undefined> {
  const ical = await defaultExport<Ical>("ical.js", ["parse", "Component", "Event", "Timezone"]);
  return ical && ((text, from, to) => sorted(expandWithIcal(ical, text, { from, to })));
}

function expandWithIcal(ical: Ical, text: string, { from, to }: PeerSpan): readonly PeerSpan[] {
  const calendar = new ical.Component(ical.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ical.TimezoneService.register(new ical.Timezone(zone));
  const found: PeerSpan[] = [];
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ical.Event(component);
    const iterator = event.iterator();
    for (let time = iterator.next(); time && time.toUnixTime() * 1_000 < to; time = iterator.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(time);
      const span = { from: startDate.toUnixTime() * 1_000, to: endDate.toUnixTime() * 1_000 };
      if (span.to > from && span.from < to) found.push(span);
    }
  }
  return found;
}

type Instance = { readonly start: Date; readonly end: Date };
type NodeIcal = {
  readonly sync: { parseICS(text: string): Readonly<Record<string, { readonly type: string }>> };
  expandRecurringEvent(event: unknown, window: object): readonly Instance[];
};

/** node-ical; `undefined` where it is not installed. */
export async function nodeIcal(): Promise<PeerReader | undefined> {
  const ical = await defaultExport<NodeIcal>("node-ical", ["sync", "expandRecurringEvent"]);
  return (
    ical &&
    ((text, from, to) => {
      const window = { from: new Date(from), to: new Date(to - 1), expandOngoing: true };
      const events = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === "VEVENT");
      const found = events.flatMap((event) => ical.expandRecurringEvent(event, window));
      return sorted(found.map(({ start, end }) => ({ from: start.getTime(), to: end.getTime() })));
    })
  );
}

const sorted = (spans: readonly PeerSpan[]): readonly PeerSpan[] =>
  spans.toSorted((a, b) => a.from - b.from || a.to - b.to);

/** A package's default export, if it is there and has these members; their types are those that its documentation gives. */
async function defaultExport<T extends object>(name: string, members: readonly (keyof T)[]): Promise<T | undefined> {
  const loaded: unknown = await import(/* @vite-ignore */ name).catch(() => undefined);
  const exported = hasDefault(loaded) ? loaded.default : undefined;
  const has = (value: unknown): value is T =>
    typeof value === "object" && value !== null && members.every((member) => member in value);
  return has(exported) ? exported : undefined;
}

const hasDefault = (value: unknown): value is { readonly default: unknown } =>
  typeof value === "object" && value !== null && "default" in value;
