import { isLoopback, parseAddress } from "../../../shared/team-file/address.ts";
import { failureCode } from "../../../shared/providers/failure-code.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { minute, second } from "../../../shared/time/duration.ts";
import type { TeamFiles, TeamReading } from "../../core/app-types.ts";
import type { Http } from "../../core/ports.ts";
import type { Cancel } from "../../core/records.ts";
import { isAddress, parseTeamBytes, type TeamFileFailure, type TeamFileResult } from "./team-file.ts";
import { changes, readingOf } from "./team-reading.ts";
import { maxTeamFileBytes } from "./team-yaml.ts";

/** Ms between two requests: a team file changes a few times a week. */
const interval = minute;
const deadline = 15 * second;

/** The same team files, and those behind addresses, which are fetched again every minute. */
export const withAddresses = (files: TeamFiles, http: Http): TeamFiles => ({
  ...files,
  watch: (path, listener) => (isAddress(path) ? watchAddress(http, path, listener) : files.watch(path, listener)),
  readText: (teamPath, path) =>
    isAddress(teamPath) ? err({ kind: "unreadable", code: "REMOTE" }) : files.readText(teamPath, path),
  readBytes: (teamPath, path, limitBytes) =>
    isAddress(teamPath)
      ? Promise.resolve(err({ kind: "unreadable", code: "REMOTE" }))
      : files.readBytes(teamPath, path, limitBytes),
});

/** Says at once that it is being fetched; answers follow. */
function watchAddress(http: Http, address: string, listener: (reading: TeamReading) => void): Cancel {
  const tell = changes((result) => listener(readingOf(result, address, "")));
  tell(err({ kind: "unreadable", code: "PENDING" }));
  return poll(http, address, tell);
}

async function fetchTeamFile(http: Http, address: string): Promise<TeamFileResult> {
  const bytes = await fetchTeamBytes(http, address);
  return bytes.ok ? parseTeamBytes(bytes.value) : bytes;
}

type Unreadable = Extract<TeamFileFailure, { kind: "unreadable" }>;

/** Fetches once. Only https, or http within this machine, without credentials or a query, in which tokens would hide. */
export async function fetchTeamBytes(http: Http, address: string): Promise<Result<Uint8Array, Unreadable>> {
  const parsed = parseAddress(address);
  if (!parsed || parsed.hasUserInfo || parsed.hasQuery || (parsed.scheme === "http" && !isLoopback(parsed.host))) {
    return unreadable("BAD_ADDRESS");
  }
  const answer = await http.request({ method: "GET", url: address, deadline, maxBytes: maxTeamFileBytes });
  if (!answer.ok) return unreadable(failureCode(answer.error));
  const { status, body } = answer.value;
  return status === 200 ? ok(body) : unreadable(`HTTP ${status}`);
}

/** Fetches now and every minute, one request at a time, until cancelled. */
function poll(http: Http, address: string, listener: (result: TeamFileResult) => void): Cancel {
  let cancelled = false;
  let timer: NodeJS.Timeout | undefined;
  const fetchOnce = async (): Promise<void> => {
    const result = await fetchTeamFile(http, address);
    // The switch turns while the request is under way.
    if (cancelled) return;
    timer = setTimeout(() => void fetchOnce(), interval).unref();
    listener(result);
  };
  void fetchOnce();
  return () => {
    cancelled = true;
    clearTimeout(timer);
  };
}

const unreadable = (code: string): Result<never, Unreadable> => err({ kind: "unreadable", code });
