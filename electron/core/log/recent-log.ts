import { loggedKinds } from "../../../shared/log/log-items.ts";
import { day } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import type { Store } from "../ports.ts";
import type { JournalEntry } from "../records.ts";

/** A shift is no longer; further back no handoff looks. */
const rememberedFor = 60 * day;
/** Many of them are repetitions. */
const readMost = 2_000;

const written = ["log-entry"];
const automatic = loggedKinds.filter((kind) => !written.includes(kind));

/** The newest lines of the log, oldest first, for the state to remember; none where the store cannot be read, which is said elsewhere. */
export function recentLog(store: Pick<Store, "read">, now: Instant): readonly JournalEntry[] {
  const span = {
    from: after(now, -rememberedFor),
    to: after(now, day),
    order: "newest-first",
    limit: readMost,
  } as const;
  const lines = [written, automatic].flatMap((kinds) => {
    const read = store.read({ ...span, kinds });
    return read.ok ? read.value : [];
  });
  return lines.toSorted((a, b) => a.seq - b.seq).map(({ at, kind, body }) => ({ at, kind, body }));
}
