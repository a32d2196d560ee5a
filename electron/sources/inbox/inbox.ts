import { ok } from "../../../shared/result.ts";
import type { SourceKind } from "../../core/source.ts";

/**
 * Baton's own inbox. Items are pushed to its listener, which is what its freshness rests on, so a poll has nothing to
 * add; and since no other system keeps the incidents, resolving one is done as soon as it is said.
 */
export const inbox: SourceKind = {
  kind: "inbox",
  title: "Inbox",
  actions: ["resolve"],
  secrets: () => [],
  connect: () => ({
    poll: async () => ok("unchanged"),
    actions: { resolve: async () => ok({}) },
  }),
};
