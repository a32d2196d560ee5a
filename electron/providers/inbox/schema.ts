import * as v from "valibot";
import { isRunbook, isWebUrl, type TextMap } from "../../../shared/incident/alert-text.ts";
import { shape } from "../../../shared/team-file/shape.ts";
import { isMapping } from "../../../shared/team-file/team-document.ts";
import { fromIso } from "../../../shared/time/instant.ts";

/*
 * What may be posted to the inbox: items in Baton's own form, or the body of Alertmanager's webhook, version 4
 * (prometheus.io/docs/alerting/latest/configuration/#webhook_config). The message of each schema says what would be right.
 */

/** In characters and entries. Titles and labels may be long: it is the screen that cuts them. */
export const most = {
  items: 1_000,
  word: 256,
  key: 1_024,
  address: 2_048,
  text: 128 * 1_024,
  labels: 100,
  links: 20,
} as const;

const text = (limit: number) => {
  const expected = `text of 1 to ${limit} characters`;
  return v.pipe(v.string(expected), v.regex(/\S/, expected), v.maxLength(limit, expected));
};

/** Label names are not taken for properties of an object: valibot's own record would drop `constructor` and its like. */
const labels = v.pipe(
  v.custom<TextMap>(isMapping),
  v.check((found) => Object.keys(found).length <= most.labels, `at most ${most.labels} labels`),
  v.rawCheck(({ dataset, addIssue }) => {
    const input: unknown = dataset.value;
    if (!isMapping(input)) return;
    for (const [key, value] of Object.entries(input)) {
      const fits = typeof value === "string" && value.length <= most.text && key.length <= most.word;
      const message = `text of at most ${most.text} characters under a name of at most ${most.word}`;
      if (!fits) addIssue({ input: value, message, path: [{ type: "object", origin: "value", input, key, value }] });
    }
  }),
);

const webAddress = v.pipe(text(most.address), v.check(isWebUrl, "an http or https address"));

const link = shape({ title: text(most.word), url: webAddress });

const item = shape({
  key: text(most.key),
  title: text(most.text),
  severity: text(most.word),
  service: v.exactOptional(text(most.word)),
  state: v.picklist(["triggered", "resolved"], '"triggered" or "resolved"'),
  labels: v.exactOptional(labels),
  links: v.exactOptional(
    v.pipe(v.array(link, "a list of links"), v.maxLength(most.links, `at most ${most.links} links`)),
  ),
  runbook: v.exactOptional(
    v.pipe(text(most.address), v.check(isRunbook, "an http or https address, or the path of a runbook")),
  ),
});

const several = <Schema extends v.GenericSchema>(schema: Schema) => {
  const expected = `a list of 1 to ${most.items} items`;
  return v.pipe(v.array(schema, expected), v.minLength(1, expected), v.maxLength(most.items, expected));
};

export const itemSchema = item;
export const itemsSchema = several(item);

const instantText = "an RFC 3339 instant with its offset";

/** Alertmanager's own fields are not counted as unknown: new versions add some. */
const webhookAlert = v.looseObject({
  status: v.picklist(["firing", "resolved"], '"firing" or "resolved"'),
  labels,
  annotations: labels,
  startsAt: v.pipe(
    v.string(instantText),
    v.transform(fromIso),
    v.check((at) => at !== undefined, instantText),
  ),
  fingerprint: text(most.word),
  generatorURL: v.exactOptional(v.unknown()),
});

export const webhookSchema = v.looseObject({ version: v.literal("4", '"4"'), alerts: several(webhookAlert) });

export type OwnItem = v.InferOutput<typeof item>;
export type WebhookAlert = v.InferOutput<typeof webhookAlert>;
