import { factKinds, gatherFacts, type IncidentFacts } from "../../../shared/behaviour/insight/incident-facts.ts";
import { insightView } from "../../../shared/behaviour/insight/insight-view.ts";
import type { InsightView } from "../../../shared/insight/insight-shape.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Team } from "../../../shared/team/team.ts";
import { instant, type Instant } from "../../../shared/time/instant.ts";
import type { JournalQuery, Store, StoreFailure } from "../ports.ts";

type Read = Pick<Store, "read">["read"];
type Question = { readonly from: Instant; readonly to: Instant; readonly now: Instant };

const page = 5_000;
/** After every instant that a journal can hold. */
const end = instant(Number.MAX_SAFE_INTEGER);

/** The figures of a journal. What was read once is kept, so that asking again costs the lines that came since. */
export class InsightReader {
  readonly #read: Read;
  #gathered = gatherFacts();
  #last: JournalQuery["after"];

  constructor(read: Read) {
    this.#read = read;
  }

  /** The figures of a span. */
  insight(team: Team, question: Question): Result<InsightView, StoreFailure> {
    const facts = this.#facts();
    return facts.ok ? ok(insightView(team, [...facts.value.values()], question)) : facts;
  }

  /** The journal has lost lines on purpose: what was read of it is read anew. */
  forget(): void {
    this.#gathered = gatherFacts();
    this.#last = undefined;
  }

  #facts(): Result<IncidentFacts, StoreFailure> {
    for (;;) {
      const lines = this.#read({
        from: instant(0),
        to: end,
        kinds: factKinds,
        limit: page,
        ...(this.#last && { after: this.#last }),
      });
      if (!lines.ok) return err(lines.error);
      this.#gathered.take(lines.value);
      this.#last = lines.value.at(-1) ?? this.#last;
      if (lines.value.length < page) return ok(this.#gathered.facts);
    }
  }
}
