/** Set by the build; code that runs from its source has none. */
declare const BATON_VERSION: string | undefined;

export const version = typeof BATON_VERSION === "string" ? BATON_VERSION : "0.0.0";
