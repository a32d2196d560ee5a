import { declare } from "./declaration.ts";

export type InboxConfig = { readonly kind: "inbox" };

/** Baton's own inbox, which nobody asks: items are pushed to it. */
export const inbox = declare({
  entries: {},
  secrets: () => [],
  read: (): InboxConfig => ({ kind: "inbox" }),
});
