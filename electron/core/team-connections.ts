import { watchedSources } from "../../shared/team/watched-source.ts";
import type { LoadedTeam } from "../../shared/state/state.ts";
import type { KnownPerson } from "../../shared/calendar/calendar-content.ts";
import type { CalendarKind } from "../../shared/providers/calendars.ts";
import type { Reach } from "../../shared/providers/reach.ts";
import type { SourceKind } from "../../shared/providers/sources.ts";
import type { Team } from "../../shared/team/team.ts";
import type { CalendarConnection } from "./calendar.ts";
import { Connections, type Wanted } from "./connections.ts";
import type { Http } from "./ports.ts";
import type { CalendarOf, CalendarTools, Providers, SourceOf, TeamFolder } from "./provider.ts";
import { reachedHttp } from "./reached-http.ts";
import { actionsOf, type SourceConnection } from "./source.ts";

type Tools = Omit<CalendarTools, keyof TeamFolder | "http"> & { readonly http: Http };
/** The folder of the team file that is in use; two team files never share a connection. */
type Place = TeamFolder & { readonly path: string };

/** The connections to everything that a team declares. */
export class TeamConnections {
  readonly sources = new Connections<SourceConnection>();
  readonly calendars = new Connections<CalendarConnection>();
  readonly #providers: Pick<Providers, "sources" | "calendars">;
  readonly #tools: Tools;

  constructor(providers: Pick<Providers, "sources" | "calendars">, tools: Tools) {
    this.#providers = providers;
    this.#tools = tools;
  }

  /** Connects to what a team declares, and lets go of what it no longer has. */
  use(team: Team, place: Place): void {
    const people = team.people.map(({ id, name, email }) => ({ id, name, ...(email !== undefined && { email }) }));
    this.sources.use(watchedSources(team).map((source) => this.#source(source.config.kind, source, place)));
    this.calendars.use(team.calendars.map((one) => this.#calendar(one.config.kind, one, { people, place })));
  }

  /** What each source of a team can be asked to do. */
  capabilities(team: Team): LoadedTeam["capabilities"] {
    return Object.fromEntries(
      watchedSources(team).map(({ id }) => [id, actionsOf(this.sources.get(id)?.actions ?? {})]),
    );
  }

  #source<K extends SourceKind>(kind: K, source: SourceOf<K>, place: Place): Wanted<SourceConnection> {
    const connect = () => this.#providers.sources[kind].connect(source, this.#toolsFor(source, place));
    return { id: source.id, declared: [place.path, source], connect };
  }

  #calendar<K extends CalendarKind>(
    kind: K,
    calendar: CalendarOf<K>,
    { people, place }: { readonly people: readonly KnownPerson[]; readonly place: Place },
  ): Wanted<CalendarConnection> {
    const connect = () => this.#providers.calendars[kind].connect(calendar, people, this.#toolsFor(calendar, place));
    return { id: calendar.id, declared: [place.path, calendar, people], connect };
  }

  #toolsFor({ reach }: { readonly reach?: Reach }, place: Place): CalendarTools {
    const { http, ...tools } = this.#tools;
    return { ...tools, ...place, http: reachedHttp(http, reach, { ...tools, ...place }) };
  }
}
