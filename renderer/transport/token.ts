const kept = "baton.token";

/** What `takeToken` needs of a browser window. */
export type TokenPlace = {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly sessionStorage: Pick<Storage, "getItem" | "setItem">;
};

/**
 * The token of the link that opened this page: from the fragment, which is then removed from the address bar and the history,
 * else from this tab's session. Undefined where there is none.
 */
export function takeToken({ location, history, sessionStorage }: TokenPlace): string | undefined {
  const given = /^#token=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem(kept) ?? undefined;
  sessionStorage.setItem(kept, given);
  history.replaceState(null, "", location.pathname + location.search);
  return given;
}
