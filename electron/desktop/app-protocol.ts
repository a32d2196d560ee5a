import { protocol, type Session } from "electron";
import { readPages } from "../node/pages.ts";
import { appHost, appScheme, isAppUrl } from "./app-origin.ts";

/** Everything that the page may do: its own files, and no connection to anywhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Declares baton:// as a scheme with an origin. To be called before Electron is ready, once. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files that `folder` holds now under baton://app/, and nothing else. Throws where the folder has no page. */
export function serveApp(session: Session, folder: string): void {
  const pages = readPages(folder);
  if (!pages.ok) throw new Error(`The page is not built: ${folder} has no index.html.`);
  session.protocol.handle(appScheme, (request) => {
    const served = request.method === "GET" && isAppUrl(request.url);
    const page = served ? pages.value.get(new URL(request.url).pathname) : undefined;
    if (page === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(page.body), { headers: { ...headers, "content-type": page.type } });
  });
}

const headers: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-cache",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "access-control-allow-origin": `${appScheme}://${appHost}`,
};
