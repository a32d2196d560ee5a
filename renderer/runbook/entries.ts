import type { RunbookHit, RunbookList, RunbookRow } from "../../shared/rpc/runbook-contract.ts";
import type { ListFilter } from "../words/runbooks.ts";

/** One line of the list. What can be opened has the runbook or the address that it opens. */
export type Entry =
  | { readonly kind: "head"; readonly key: string; readonly title: string | undefined; readonly count: number }
  | { readonly kind: "runbook"; readonly key: string; readonly row: RunbookRow }
  | { readonly kind: "hit"; readonly key: string; readonly hit: RunbookHit }
  | { readonly kind: "outside"; readonly key: string; readonly service: string; readonly url: string }
  | { readonly kind: "gap"; readonly key: string; readonly service: string; readonly named: string | undefined }
  | { readonly kind: "unread"; readonly key: string; readonly id: string; readonly code: string };

const isDue = ({ review }: RunbookRow): boolean => review === "due" || review === "never";
/** A review that is due is work, not a fault of the text. */
const hasProblem = ({ reasons }: RunbookRow): boolean => reasons.some(({ kind }) => kind !== "review-due");

/** How many lines each filter leaves. */
export function countsOf(list: RunbookList): Readonly<Record<ListFilter, number>> {
  const { runbooks, failures, gaps, outside } = list;
  return {
    all: runbooks.length + outside.length,
    due: runbooks.filter(isDue).length,
    drafts: runbooks.filter(({ draft }) => draft).length,
    problems: runbooks.filter(hasProblem).length + failures.length,
    gaps: gaps.length,
  };
}

/** The list under a filter: grouped by service, those of none last, each group by title. */
export function entriesOf(list: RunbookList, filter: ListFilter): readonly Entry[] {
  switch (filter) {
    case "all":
      return grouped([...list.runbooks.map(ofRow), ...list.outside.map(ofOutside)]);
    case "due":
      return grouped(list.runbooks.filter(isDue).map(ofRow));
    case "drafts":
      return grouped(list.runbooks.filter(({ draft }) => draft).map(ofRow));
    case "problems":
      return [
        ...list.failures.map(({ id, code }) => ({ kind: "unread", key: `unread ${id}`, id, code }) as const),
        ...grouped(list.runbooks.filter(hasProblem).map(ofRow)),
      ];
    case "gaps":
      return list.gaps.map(({ service, serviceName, named }) => ({
        kind: "gap",
        key: `gap ${service}`,
        service: serviceName,
        named,
      }));
  }
}

export const hitEntries = (hits: readonly RunbookHit[]): readonly Entry[] =>
  hits.map((hit, index) => ({ kind: "hit", key: `hit ${index} ${hit.id}`, hit }));

type Grouped = { readonly group: string | undefined; readonly title: string; readonly entry: Entry };

const ofRow = (row: RunbookRow): Grouped => ({
  group: row.services[0]?.name,
  title: row.title,
  entry: { kind: "runbook", key: row.id, row },
});
const ofOutside = ({ service, serviceName, url }: RunbookList["outside"][number]): Grouped => ({
  group: serviceName,
  title: url,
  entry: { kind: "outside", key: `outside ${service}`, service: serviceName, url },
});

function grouped(all: readonly Grouped[]): readonly Entry[] {
  const groups = new Map<string | undefined, Entry[]>();
  for (const { group, entry } of all.toSorted((a, b) => byName(a.group, b.group) || byName(a.title, b.title))) {
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [entry]);
    else members.push(entry);
  }
  return [...groups].flatMap(([title, members]) => [
    { kind: "head", key: `head ${title ?? ""}`, title, count: members.length } as const,
    ...members,
  ]);
}

const byName = (a: string | undefined, b: string | undefined): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : a.localeCompare(b);
};

/** Whether something opens when it is chosen. */
export const opens = ({ kind }: Entry): boolean => kind === "runbook" || kind === "hit" || kind === "outside";

/** The next entry in a direction that opens, from an entry or from where the list begins. */
export function stepTo(entries: readonly Entry[], from: string | undefined, by: 1 | -1): Entry | undefined {
  const all = entries.filter(opens);
  const at = all.findIndex(({ key }) => key === from);
  return at < 0 ? all[0] : (all[at + by] ?? all[at]);
}
