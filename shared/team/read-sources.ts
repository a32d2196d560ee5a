import { second } from "../time/duration.ts";
import { checkServerAddress } from "./address.ts";
import { durationOf } from "./local-value.ts";
import { itemsOf, type Item, type Reading } from "./reading.ts";
import { isWritten, type Review } from "./review.ts";
import { channelSchema, plannedKinds, sourceSchema, type SourceFile } from "./source-schema.ts";
import type { AlertmanagerConfig, SecretName, Source } from "./team.ts";
import { valueAt, type Path } from "./team-document.ts";
import { foundText } from "./team-problem.ts";
import { most } from "./team-schema.ts";

const defaultPoll = 10 * second;
const shortestPoll = second;

/** The sources of the file. Planned kinds are read, noted and kept, so that settings can show them. */
export function readSources({ review }: Reading): readonly Source[] {
  return itemsOf(review, "sources", { schema: sourceSchema, least: 0, most: most.sources }).flatMap((item) => {
    const config = readConfig(review, item);
    const { value, path } = item;
    const poll = value.poll === undefined ? defaultPoll : durationOf(value.poll);
    if (poll < shortestPoll) {
      review.problem([...path, "poll"], { kind: "out-of-range", found: foundText(value.poll), expected: "1s or more" });
    }
    const severity = Object.entries(value.severity ?? {}).map(([word, ours]) => [word.toLowerCase(), ours] as const);
    const { id, name = id, heartbeat } = value;
    const source = { id, name, poll, severity: Object.fromEntries(severity) };
    return config === undefined ? [] : [{ ...source, config, ...(heartbeat === undefined ? {} : { heartbeat }) }];
  });
}

function readConfig(review: Review, item: Item<SourceFile>): Source["config"] | undefined {
  const { kind } = item.value;
  if (kind === "inbox") {
    refuseAddress(review, item);
    return { kind };
  }
  if (kind === "alertmanager") return readAlertmanager(review, item);
  readUrls(review, item);
  review.notInUse([...item.path, "kind"], "source-kind", plannedKinds.find((planned) => planned === kind) ?? kind);
  return { kind: "planned", name: kind };
}

function refuseAddress(review: Review, { value, path }: Item<SourceFile>): void {
  for (const key of ["url", "urls"] as const) {
    if (value[key] === undefined) continue;
    const expected = "no address, since the inbox is built in";
    review.keyProblem([...path, key], { kind: "conflict", found: key, expected });
  }
}

function readAlertmanager(review: Review, item: Item<SourceFile>): AlertmanagerConfig | undefined {
  const urls = readUrls(review, item);
  const { value, path } = item;
  if (!isWritten(review, [...path, "url"]) && (!isWritten(review, [...path, "urls"]) || value.urls?.length === 0)) {
    review.problem(path, {
      kind: "missing",
      found: "no address",
      expected: "url, or urls of the peers of one cluster",
    });
  }
  for (const key of ["token", "user", "filter"] as const) {
    if (value[key] === undefined) continue;
    const expected = "id, kind, name, url, urls, poll, severity, heartbeat, auth, ca";
    review.keyProblem([...path, key], {
      kind: "unknown-key",
      found: `the key ${key}, which alertmanager does not have`,
      expected,
    });
  }
  const auth = readAuth(review, item);
  const { ca } = value;
  return { kind: "alertmanager", urls, ...(auth === undefined ? {} : { auth }), ...(ca === undefined ? {} : { ca }) };
}

function readUrls(review: Review, { value, path }: Item<SourceFile>): readonly string[] {
  if (value.url !== undefined && value.urls !== undefined) {
    review.keyProblem([...path, "urls"], { kind: "conflict", found: "both url and urls", expected: "one of them" });
  }
  const single = value.url === undefined ? [] : [checkServerAddress(review, [...path, "url"], value.url)];
  const several = (value.urls ?? []).map((url, index) => checkServerAddress(review, [...path, "urls", index], url));
  return [...new Set([...single, ...several].filter((url) => url !== undefined))];
}

function readAuth(review: Review, { value, path }: Item<SourceFile>): AlertmanagerConfig["auth"] {
  const { basic, bearer } = value.auth ?? {};
  if (basic && bearer !== undefined) {
    review.problem([...path, "auth"], { kind: "conflict", found: "both basic and bearer", expected: "one of them" });
  }
  if (basic) return { kind: "basic", username: basic.username, password: secretName(basic.password) };
  if (bearer !== undefined) return { kind: "bearer", token: secretName(bearer) };
  if (value.auth && !hasKeys(review, [...path, "auth"])) {
    review.problem([...path, "auth"], { kind: "missing", found: "neither", expected: "basic or bearer" });
  }
  return undefined;
}

const hasKeys = ({ document }: Review, path: Path): boolean =>
  Object.keys(valueAt(document.value, path) ?? {}).length > 0;

const secretName = (text: string): SecretName => text.slice("secret:".length);

/** Checks channels, which nothing uses yet, and notes them. */
export function checkPlanned({ review }: Reading): void {
  for (const { value, path } of itemsOf(review, "channels", { schema: channelSchema, least: 0, most: most.sources })) {
    review.notInUse(path, "channels", value.id);
  }
}
