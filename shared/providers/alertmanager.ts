import * as v from "valibot";
import { formats, text } from "../team-file/text-format.ts";
import { second } from "../time/duration.ts";
import { addressEntries, authEntry, readAddresses, readAuth, secretsOfAuth, type Auth } from "./access.ts";
import { declare } from "./declaration.ts";
import { reachEntries } from "./reach.ts";

export type AlertmanagerConfig = {
  readonly kind: "alertmanager";
  /** Peers of one cluster; at least one. */
  readonly urls: readonly string[];
  readonly auth?: Auth;
};

/** Prometheus Alertmanager, one or several peers of a cluster. */
export const alertmanager = declare({
  entries: {
    ...addressEntries,
    auth: authEntry,
    ...reachEntries,
    ca: v.exactOptional(v.pipe(text(formats.name), v.description("The same as tls.ca"))),
  },
  poll: () => 10 * second,
  secrets: ({ auth }: AlertmanagerConfig) => secretsOfAuth(auth),
  read(item, { review }): AlertmanagerConfig {
    const urls = readAddresses(review, item);
    const { value, path } = item;
    const auth = readAuth(review, { value: value.auth, path: [...path, "auth"] });
    return { kind: "alertmanager", urls, ...(auth && { auth }) };
  },
});
