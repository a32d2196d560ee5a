import type { AppState } from "../../../shared/state/state.ts";
import { tasksOf } from "../../../shared/behaviour/runbook/runbook-view.ts";
import { pageName } from "../../../shared/runbook/page-name.ts";
import { shelfOf } from "../../../shared/runbook/runbook-state.ts";
import { matchRunbook } from "../../../shared/runbook/match.ts";
import { complaintsOf, reviewDueAt } from "../../../shared/runbook/review.ts";
import type { RunbookList, RunbookOwner, RunbookReason, RunbookRow } from "../../../shared/rpc/runbook-contract.ts";
import { findGroup, findPerson, findService, nameOf } from "../../../shared/team/lookup.ts";
import type { Team } from "../../../shared/team/team.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { toLocal } from "../../../shared/time/zoned.ts";
import type { IndexedRunbook, RunbookIndex } from "./runbook-port.ts";

/** What the view of all runbooks shows. */
export function runbookList(state: AppState, index: RunbookIndex | undefined, now: Instant): RunbookList {
  const team = state.loaded?.team;
  if (!team || !index) {
    return { state: "none", writable: false, runbooks: [], failures: [], gaps: [], outside: [], tasks: [] };
  }
  const { path } = team.runbooks;
  return {
    ...(path !== undefined && { folder: path }),
    state: index.state,
    writable: index.copyOnly === undefined,
    runbooks: index.runbooks.map((runbook) => runbookRow(team, runbook, now)),
    failures: [...index.failures],
    ...servicesWithout(state, team),
    tasks: tasksOf(state),
  };
}

function servicesWithout(state: AppState, team: Team): Pick<RunbookList, "gaps" | "outside"> {
  const gaps: RunbookList["gaps"][number][] = [];
  const outside: RunbookList["outside"][number][] = [];
  const shelf = shelfOf(state.runbooks);
  for (const service of team.services) {
    const match = matchRunbook({ service }, shelf);
    const named = { service: service.id, serviceName: service.name };
    if (match.kind === "outside") outside.push({ ...named, url: match.url });
    if (match.kind === "gap") gaps.push({ ...named, ...(match.named !== undefined && { named: match.named }) });
  }
  return { gaps, outside };
}

/** One runbook of the list, judged by the team's rules. */
export function runbookRow(team: Team, runbook: IndexedRunbook, now: Instant): RunbookRow {
  const { id, outline } = runbook;
  const { frontMatter, title, unwritten } = outline;
  const services = servicesOf(team, runbook);
  const owners =
    frontMatter.owners.length > 0 ? frontMatter.owners.map((owner) => owner.id) : ownersOfFirst(team, services);
  const due = reviewDueAt(team, outline);
  const review = due === undefined ? "not-asked" : due === "never" ? "never" : due <= now ? "due" : "current";
  const dueOn = typeof due === "number" ? toLocal(team.timezone, due).date : undefined;
  const { reviewed, severity } = frontMatter;
  return {
    id,
    title: title === "" ? pageName(id) : title,
    place: /^https?:/i.test(id) ? "address" : "folder",
    services: services.map((service) => ({ id: service, name: findService(team, service)?.name ?? service })),
    owners: owners.map((owner) => ownerOf(team, owner)),
    ...(severity !== undefined && { severity }),
    review,
    ...(reviewed && { reviewed: reviewed.date }),
    ...(dueOn !== undefined && { dueOn }),
    reasons: reasonsOf(team, runbook, { review, dueOn }),
    draft: unwritten.length > 0,
  };
}

/** The services that name it, and those that it names. */
function servicesOf(team: Team, { id, outline }: IndexedRunbook): readonly string[] {
  const shelf = { known: true, has: (one: string) => one === id, ofService: () => undefined };
  const naming = team.services.filter((service) => {
    const match = matchRunbook(
      { service },
      team.runbooks.path === undefined ? shelf : { ...shelf, folder: team.runbooks.path },
    );
    return match.kind === "found" && match.id === id;
  });
  const named = outline.frontMatter.services.map((service) => service.id).filter((one) => findService(team, one));
  return [...new Set([...naming.map((service) => service.id), ...named])];
}

function ownersOfFirst(team: Team, [first]: readonly string[]): readonly string[] {
  const owners = first === undefined ? undefined : findService(team, first)?.owners;
  return [owners?.primary, owners?.secondary].filter((owner) => owner !== undefined);
}

/** An owner with the ways to reach them; a group is reached through its lead. */
export function ownerOf(team: Team, id: string): RunbookOwner {
  const group = findGroup(team, id);
  const person = findPerson(team, id) ?? (group?.lead === undefined ? undefined : findPerson(team, group.lead));
  const { email, phone, slack } = person ?? {};
  return {
    id,
    name: nameOf(team, id),
    group: group !== undefined && !findPerson(team, id),
    ...(person && { person: person.name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(slack !== undefined && { slack }),
  };
}

type Standing = { readonly review: RunbookRow["review"]; readonly dueOn: string | undefined };

function reasonsOf(
  team: Team,
  { outline, stale }: IndexedRunbook,
  { review, dueOn }: Standing,
): readonly RunbookReason[] {
  const reviewed = outline.frontMatter.reviewed?.date;
  const due: RunbookReason = {
    kind: "review-due",
    ...(reviewed !== undefined && { reviewed }),
    ...(dueOn !== undefined && { since: dueOn }),
  };
  return [
    ...complaintsOf(team, outline),
    ...(review === "due" || review === "never" ? [due] : []),
    ...(stale ? [{ kind: "stale", ...stale } as const] : []),
  ];
}
