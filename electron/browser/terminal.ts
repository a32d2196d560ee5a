import { dataDirWords } from "../node/start-failure.ts";
import type { BrowserHost, StartFailure } from "./host.ts";

/** The one line of `--print-url`. */
export const readyLine = ({ url, inbox }: BrowserHost): string =>
  JSON.stringify({ url, inbox: { url: inbox.url, token: inbox.token } });

/** What a person at a terminal is told once the host is ready. */
export const readyWords = (host: BrowserHost, platform: NodeJS.Platform): string =>
  [
    `Baton is at ${host.url}`,
    "Send it an incident with",
    `  ${inboxCommand(host.inbox, platform)}`,
    `Its data is in ${host.dataDir}. Ctrl+C ends it.`,
  ].join("\n");

/** Why the host did not start, and what can be done. */
export function failureWords(failure: StartFailure): string {
  switch (failure.kind) {
    case "running":
    case "data-dir":
      return dataDirWords(failure);
    case "not-built":
      return "The page is not built. Run `npm run build` first.";
    case "listen":
      return failure.failure.kind === "port-taken"
        ? `Port ${failure.port} is taken. Give another with --port, or leave --port out for a free one.`
        : `Port ${failure.port} cannot be listened on (${failure.failure.code}).`;
  }
}

const firstIncident = { key: "first", title: "My first incident", severity: "critical", state: "triggered" };

/** A command that can be copied; the token stays in its file, and out of the shell's history. */
function inboxCommand({ url, tokenFile }: BrowserHost["inbox"], platform: NodeJS.Platform): string {
  const body = JSON.stringify(firstIncident);
  return platform === "win32"
    ? `curl.exe ${url} -H "Authorization: Bearer $(Get-Content '${tokenFile.replaceAll("'", "''")}')" -d '${body.replaceAll('"', '\\"')}'`
    : `curl ${url} -H "Authorization: Bearer $(cat '${tokenFile.replaceAll("'", `'\\''`)}')" -d '${body}'`;
}
