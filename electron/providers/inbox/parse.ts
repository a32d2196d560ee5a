import * as v from "valibot";
import { linksOf, runbookOf, titleOf } from "../../../shared/incident/alert-text.ts";
import type { InboxItem, InboxProblem } from "../../../shared/incident/inbox-item.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { isMapping, pathText } from "../../../shared/team-file/team-document.ts";
import { foundText } from "../../../shared/team-file/team-problem.ts";
import { itemSchema, itemsSchema, webhookSchema, type OwnItem, type WebhookAlert } from "./schema.ts";

/** More problems than this help nobody. */
const mostProblems = 20;

type Parsed = Result<readonly InboxItem[], readonly InboxProblem[]>;

/**
 * Reads what was posted to the inbox: an item, a list of items, or the body of Alertmanager's webhook. All of it is right,
 * or none of it is taken. Texts stay as they came; whoever shows them makes them safe.
 */
export function parseInbox(body: string): Parsed {
  const json = parseJson(body);
  if (!json.ok) return err([{ path: "", found: "text that is not JSON", expected: "an item, or a list of items" }]);
  const { value } = json;
  if (Array.isArray(value)) return read(itemsSchema, value, (items) => items.map(fromOwn));
  if (isMapping(value) && Object.hasOwn(value, "alerts")) {
    return read(webhookSchema, value, ({ alerts }) => alerts.map(fromWebhook));
  }
  return read(itemSchema, value, (item) => [fromOwn(item)]);
}

function parseJson(body: string): Result<unknown, "syntax"> {
  try {
    return ok(JSON.parse(body));
  } catch {
    // JSON.parse throws for what is not JSON, and for nothing else.
    return err("syntax");
  }
}

function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown, make: (read: T) => readonly InboxItem[]): Parsed {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? ok(make(parsed.output)) : err(parsed.issues.slice(0, mostProblems).map(problemOf));
}

const fromOwn = ({ labels = {}, links = [], severity, ...item }: OwnItem): InboxItem => ({
  ...item,
  severity: severity.toLowerCase(),
  labels,
  links,
});

function fromWebhook({ status, labels, annotations, startsAt, fingerprint, generatorURL }: WebhookAlert): InboxItem {
  const runbook = runbookOf(annotations);
  return {
    key: fingerprint,
    state: status === "firing" ? "triggered" : "resolved",
    title: titleOf(labels, annotations) ?? fingerprint,
    severity: labels["severity"]?.toLowerCase() ?? "",
    labels,
    links: linksOf(generatorURL, annotations),
    ...(runbook !== undefined && { runbook }),
    ...(startsAt !== undefined && { startedAt: startsAt }),
  };
}

function problemOf(issue: v.BaseIssue<unknown>): InboxProblem {
  const path = pathText((issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key))));
  return { path, ...(isUnknownField(issue) ? unknownField(issue) : wrongValue(issue)) };
}

/** shape() is the one that names the known fields as expected. */
const isUnknownField = ({ type, expected }: v.BaseIssue<unknown>): boolean => type === "raw_check" && expected !== null;

const unknownField = ({ expected }: v.BaseIssue<unknown>): Omit<InboxProblem, "path"> => ({
  found: "an unknown field",
  expected: `one of ${(expected ?? "").replace(/[()]/g, "").replaceAll(" | ", ", ")}`,
});

function wrongValue({ type, path, input, message }: v.BaseIssue<unknown>): Omit<InboxProblem, "path"> {
  const found = foundText(input);
  if (type === "custom") return { found, expected: "a mapping of names to values" };
  const isMissing = type === "loose_object" && path !== undefined;
  return { found, expected: isMissing ? "a value" : message };
}
