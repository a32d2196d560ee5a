import { sourceNotice, sourcesNotice, type NoticeFacts, type SilentSource } from "../../paging/notice-facts.ts";
import type { Source, SourceId } from "../../team/team.ts";
import { minute } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import type { Effect } from "../../state/effect.ts";
import type { AppState, SourceState } from "../../state/state.ts";
import { watchedSources } from "../../team/watched-source.ts";

/*
 * A source that is not fresh has a notice of its own. From the moment at which three are not, one notice stands for all of
 * them, and follows every change until all are fresh again.
 */
const tooManyAlone = 3;

/** The one notice sounds for news of blindness at most this often. */
const soundAgainAfter = minute;

/** One watched source: what people were told of it before, and what they are told now. */
type Telling = { readonly source: Source; readonly before: SourceState; readonly told: SourceState };

const isSilent = ({ toldFreshness }: SourceState): boolean => toldFreshness !== "fresh";
const isNews = ({ before, told }: Telling): boolean => before.toldFreshness !== told.toldFreshness;

/** Tells every source of `sources` whose told freshness is not the one in `state`. */
export function tellSources(
  state: AppState,
  sources: ReadonlyMap<SourceId, SourceState>,
  now: Instant,
): { readonly state: AppState; readonly effects: readonly Effect[] } {
  const tellings = (state.loaded ? watchedSources(state.loaded.team) : []).flatMap((source): readonly Telling[] => {
    const [before, told] = [state.sources.get(source.id), sources.get(source.id)];
    return before && told ? [{ source, before, told }] : [];
  });
  const silent = tellings.filter(({ told }) => isSilent(told));
  const together = tellings.some(({ before }) => before.toldTogetherAt !== undefined);
  if (!together && silent.length < tooManyAlone) {
    const effects = tellings.filter(isNews).map((telling) => tellAlone(state, telling, now));
    return { state: { ...state, sources }, effects };
  }
  const marked = new Map(sources);
  for (const telling of tellings) marked.set(telling.source.id, markTogether(telling, now));
  const closed = tellings.filter(hadItsOwn).map(({ source: { id } }): Effect => ({
    kind: "close-notice",
    key: sourceNotice(id),
  }));
  return { state: { ...state, sources: marked }, effects: [...closed, tellTogether(state, tellings, now)] };
}

/** A notice of its own may be on the screen, and says what the common one says now. */
const hadItsOwn = ({ before, told }: Telling): boolean =>
  before.toldTogetherAt === undefined && (isSilent(before) || isSilent(told));

function markTogether(telling: Telling, now: Instant): SourceState {
  const { toldTogetherAt, ...told } = telling.told;
  if (!isSilent(told)) return told;
  return { ...told, toldTogetherAt: isNews(telling) ? now : (toldTogetherAt ?? now) };
}

function tellAlone(state: AppState, { source, told }: Telling, now: Instant): Effect {
  const sticky = told.toldFreshness === "blind";
  const sound = state.settings.sound && sticky ? "notice" : "none";
  return { kind: "show-notice", order: { facts: factsAlone(source, told), now, sound, sticky } };
}

function factsAlone(source: Source, told: SourceState): NoticeFacts {
  const key = sourceNotice(source.id);
  if (!isSilent(told)) return { kind: "source-back", key, sourceName: source.name };
  const { freshness, heartbeatMissing, ...why } = silentSource(source, told);
  return freshness === "stale"
    ? { kind: "source-stale", key, ...why }
    : { kind: "source-blind", key, ...why, heartbeatMissing };
}

function tellTogether(state: AppState, tellings: readonly Telling[], now: Instant): Effect {
  const silent = tellings.filter(({ told }) => isSilent(told)).map(({ source, told }) => silentSource(source, told));
  const returned = tellings.filter((one) => isNews(one) && !isSilent(one.told)).map(({ source }) => source.name);
  const blinded = tellings.some((one) => isNews(one) && one.told.toldFreshness === "blind");
  const sounded = tellings.some(
    ({ before: { toldFreshness, toldTogetherAt } }) =>
      toldFreshness === "blind" && toldTogetherAt !== undefined && now < after(toldTogetherAt, soundAgainAfter),
  );
  const sound = state.settings.sound && blinded && !sounded ? "notice" : "none";
  const sticky = silent.some(({ freshness }) => freshness === "blind");
  return {
    kind: "show-notice",
    order: { facts: { kind: "sources", key: sourcesNotice, silent, returned }, now, sound, sticky },
  };
}

const silentSource = (
  { name }: Source,
  { toldFreshness, lastGoodAt, failure, heartbeatMissing }: SourceState,
): SilentSource => ({
  sourceName: name,
  freshness: toldFreshness === "blind" ? "blind" : "stale",
  ...(lastGoodAt !== undefined && { lastGoodAt }),
  ...(failure && { failure }),
  heartbeatMissing,
});
