/*
 * The page has an origin of its own. A file:// page could read every file of its user, and all file:// pages are one origin.
 */

export const appScheme = "baton";
export const appHost = "app";
export const appUrl = `${appScheme}://${appHost}/`;

/** True for addresses of Baton's own page. Node's URL knows no origin for schemes of one's own, so it is put together here. */
export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === `${appScheme}:` && url.host === appHost && url.username === "" && url.password === "";
}
