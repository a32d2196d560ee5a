import * as v from "valibot";
import { oneOrMore } from "../team-file/shape.ts";
import { formats, text } from "../team-file/text-format.ts";

const optional = v.exactOptional;

/** A kind that the format knows and that no adapter serves yet. */
const planned = {
  entries: {
    webhook: optional(text(formats.secret)),
    token: optional(text(formats.secret)),
    to: optional(oneOrMore(text(formats.name), 100)),
  },
};

/** All kinds of channels that the team file knows. */
export const channels = {
  slack: planned,
  teams: planned,
  email: planned,
  phone: planned,
  sms: planned,
  webhook: planned,
} as const;

export type ChannelKind = keyof typeof channels;
