import type { SourceProvider } from "../../core/provider.ts";

/** Baton's own inbox. Items are pushed to its listener, and no other system keeps the incidents: there is nobody to ask or to tell. */
export const inbox: SourceProvider<"inbox"> = { connect: () => ({ actions: {} }) };
