import * as v from "valibot";
import { plannedSources } from "../providers/planned.ts";
import { sources } from "../providers/sources.ts";
import { tableOf, variantOf } from "../team-file/shape.ts";
import { formats, text } from "../team-file/text-format.ts";
import { severities } from "./team.ts";

const about = v.description;
const optional = v.exactOptional;

/** A source of team.yaml: what every source has, and what its kind has besides. */
export const sourceSchema = variantOf(
  {
    id: text(formats.id),
    name: optional(text(formats.name)),
    poll: optional(v.pipe(text(formats.duration), about("Time between two polls, 1s at least; default 10s"))),
    severity: optional(v.pipe(tableOf(v.picklist(severities)), about("The source's severity words to Baton's"))),
    heartbeat: optional(v.pipe(tableOf(v.string()), about("Labels of an alert that must always be firing"))),
  },
  { ...sources, ...plannedSources },
);

export type SourceFile = v.InferOutput<typeof sourceSchema>;
