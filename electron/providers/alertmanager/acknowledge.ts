import { cleanLine } from "../../../shared/text/clean.ts";
import type { Labels, Sightings } from "../../../shared/incident/alert.ts";
import type { SourceFailure } from "../../../shared/incident/answer.ts";
import type { ActionFailure, SourceAction } from "../../../shared/incident/outbox.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { minute, second } from "../../../shared/time/duration.ts";
import { after, toIso, type Instant } from "../../../shared/time/instant.ts";
import type { HttpResponse } from "../../core/ports.ts";
import type { Peer, PeerReply } from "./peer.ts";
import { acknowledges, markedComment, matchersFor, type Silence } from "./silence.ts";
import { expireSilence, fetchSilence, fetchSilences, type Patience } from "./silences.ts";
import { jsonOf, malformed, parseJson } from "../reach/json.ts";
import { failureOfStatus } from "../reach/status.ts";

type Acknowledge = Extract<SourceAction, { kind: "acknowledge" }>;
type Unacknowledge = Extract<SourceAction, { kind: "unacknowledge" }>;

/** The cluster as an action finds it. */
export type Cluster = {
  readonly peers: readonly Peer[];
  readonly now: Instant;
  /** Those of the last answer, by key. */
  readonly alerts: Sightings;
};

const deadline = 10 * second;

/**
 * A silence is asked to begin this long ago. Alertmanager takes a past start for its own now, and without this a clock
 * of ours that is ahead would leave the alert unsilenced until theirs caught up.
 */
const clockDoubt = 10 * minute;

/** An end that differs by less is the same: not every server keeps milliseconds. */
const sameEnd = second;

/**
 * Silences exactly this alert, or extends what already does. Asking twice makes one silence: an earlier request whose
 * answer was lost is found by its mark, author and matchers. Peers are asked in turn until one accepts.
 */
export async function acknowledge(action: Acknowledge, cluster: Cluster): Promise<Result<Silence, ActionFailure>> {
  const failures: ActionFailure[] = [];
  for (const peer of cluster.peers) {
    const silence = await acknowledgeOn(peer, action, cluster);
    if (silence.ok) return silence;
    failures.push(silence.error);
  }
  return err(commonFailure(failures));
}

async function acknowledgeOn(
  peer: Peer,
  action: Acknowledge,
  { now, alerts }: Cluster,
): Promise<Result<Silence, ActionFailure>> {
  const found = await findSilence(peer, action, now);
  if (!found.ok) return err(actionFailure(found.error));
  const held = found.value;
  if (held && held.until > action.until - sameEnd) return ok(held);
  // Extended, it stays whose it is; and it keeps its id only where its matchers and start stay as they were.
  const wanted: Silence = held
    ? { ...held, until: action.until }
    : {
        id: "",
        author: action.by,
        comment: markedComment(action.comment),
        from: after(action.from, -clockDoubt),
        until: action.until,
        state: "active",
        matchers: matchersFor(action.labels, alerts.values()),
      };
  const reply = await post(peer, wanted);
  // It was forgotten between the question and the order.
  const isGone = held && reply.ok && reply.value.status === 404;
  return takeReply(isGone ? await post(peer, { ...wanted, id: "" }) : reply, wanted, now);
}

/** What silences the alert already: the silence of this handle, or one that a request made whose answer was lost. */
async function findSilence(
  peer: Peer,
  { handle, labels, by }: Acknowledge,
  now: Instant,
): Promise<Result<Silence | undefined, SourceFailure>> {
  const patience: Patience = { deadline, now };
  if (handle !== undefined) {
    const silence = await fetchSilence(peer, handle, patience);
    if (!silence.ok) return silence;
    if (silence.value !== "absent" && silence.value.state !== "expired") return ok(silence.value);
  }
  const silences = await fetchSilences(peer, labels, patience);
  if (!silences.ok) return silences;
  const isOurs = (silence: Silence): boolean => silence.author === by && acknowledges(silence, labels);
  return ok(silences.value.find((silence) => silence.state !== "expired" && isOurs(silence)));
}

function post(peer: Peer, { id, matchers, from, until, author, comment }: Silence): Promise<PeerReply> {
  const silence = {
    ...(id !== "" && { id }),
    matchers,
    startsAt: toIso(from),
    endsAt: toIso(until),
    createdBy: author,
    comment,
  };
  return peer.call({ method: "POST", path: "/silences", body: { kind: "json", value: silence }, deadline });
}

/** The silence under the id that it got, which is another one where Alertmanager had to replace it. */
function takeReply(reply: PeerReply, wanted: Silence, now: Instant): Result<Silence, ActionFailure> {
  if (!reply.ok) return err(actionFailure(reply.error));
  if (reply.value.status !== 200) return err(refusal(reply.value, now));
  const json = jsonOf(reply.value, now);
  if (!json.ok) return err(actionFailure(json.error));
  const id = fieldOf(json.value, "silenceID");
  if (typeof id === "string" && id !== "") return ok({ ...wanted, id });
  return err(actionFailure(malformed("silenceID: expected an id").error));
}

/**
 * Takes the acknowledgement back: ends the silence, and any other that a Baton made for exactly this alert. A peer that does
 * not know the silence may not have heard of it yet, so the others are asked as well.
 */
export async function unacknowledge(action: Unacknowledge, cluster: Cluster): Promise<Result<void, ActionFailure>> {
  const failures: ActionFailure[] = [];
  for (const peer of cluster.peers) {
    const outcome = await unacknowledgeOn(peer, action, cluster);
    if (outcome.ok && outcome.value === "ended") return ok(undefined);
    if (!outcome.ok) failures.push(actionFailure(outcome.error));
  }
  return failures.length < cluster.peers.length ? ok(undefined) : err(commonFailure(failures));
}

async function unacknowledgeOn(
  peer: Peer,
  { key, handle }: Unacknowledge,
  { now, alerts }: Cluster,
): Promise<Result<"ended" | "absent", SourceFailure>> {
  const patience: Patience = { deadline, now };
  const labels = alerts.get(key)?.alert.labels;
  const twins = labels ? await findTwins(peer, labels, patience) : ok([]);
  if (!twins.ok) return twins;
  for (const id of twins.value) {
    const ended = id === handle ? ok("ended") : await expireSilence(peer, id, patience);
    if (!ended.ok) return ended;
  }
  return expireSilence(peer, handle, patience);
}

async function findTwins(
  peer: Peer,
  labels: Labels,
  patience: Patience,
): Promise<Result<readonly string[], SourceFailure>> {
  const silences = await fetchSilences(peer, labels, patience);
  if (!silences.ok) return silences;
  const isTwin = (silence: Silence): boolean => silence.state !== "expired" && acknowledges(silence, labels);
  return ok(silences.value.filter(isTwin).map((silence) => silence.id));
}

/** Where a peer said no, asking again will not change it; else one may answer later. */
const commonFailure = (failures: readonly ActionFailure[]): ActionFailure =>
  failures.find(({ kind }) => kind !== "unavailable") ??
  failures[0] ?? { kind: "unavailable", failure: { kind: "internal" } };

/** A wrong credential, or a right or plan that is missing, does not become right by asking again. */
function actionFailure(failure: SourceFailure): ActionFailure {
  if (failure.kind === "unauthorized") return { kind: "refused", reason: `HTTP ${failure.status}` };
  if (failure.kind === "forbidden" || failure.kind === "plan-limit") return failure;
  return { kind: "unavailable", failure };
}

const mostOfAReason = 200;

/** 4xx is a no, in the server's own words where it has any; but for a timeout and too many requests, which pass. */
function refusal(response: HttpResponse, now: Instant): ActionFailure {
  const { status } = response;
  const failure = failureOfStatus(response, now);
  const passes = status < 400 || status === 408 || status === 429 || status >= 500;
  if (passes && failure) return { kind: "unavailable", failure };
  const words = cleanLine(wordsOf(response), mostOfAReason);
  if (words === "" && (failure?.kind === "forbidden" || failure?.kind === "plan-limit")) return failure;
  return { kind: "refused", reason: words === "" ? `HTTP ${status}` : words };
}

/** Alertmanager answers a refusal with a JSON string, or with `{ code, message }` where the request's form is wrong. */
function wordsOf({ headers, body }: HttpResponse): string {
  if (!headers["content-type"]?.includes("json")) return "";
  const json = parseJson(body);
  if (!json.ok) return "";
  const message = typeof json.value === "string" ? json.value : fieldOf(json.value, "message");
  return typeof message === "string" ? message : "";
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
