import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { err, ok, type Result } from "../../../shared/result.ts";
import { parseTeam, type ParsedTeam } from "../../../shared/team/parse-team.ts";
import { problemText, type TeamProblem } from "../../../shared/team-file/team-problem.ts";
import { errorCode } from "../private-file.ts";
import { maxTeamFileBytes, readTeamYaml } from "./team-yaml.ts";

/** A team file that is good. `digest` is the SHA-256 of its bytes, in hex. */
export type GoodTeamFile = ParsedTeam & { readonly digest: string };

export type TeamFileFailure =
  | { readonly kind: "unreadable"; readonly code: string }
  | { readonly kind: "bad"; readonly problems: readonly TeamProblem[]; readonly digest: string };

export type TeamFileResult = Result<GoodTeamFile, TeamFileFailure>;

/** True for what is fetched instead of opened. */
export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);

/** Reads the file at `path` once. */
export function readTeamFile(path: string): TeamFileResult {
  const bytes = readTeamBytes(path);
  return bytes.ok ? parseTeamBytes(bytes.value) : bytes;
}

/** Reads the bytes of a team file, wherever they come from. */
export function parseTeamBytes(bytes: Uint8Array): TeamFileResult {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const parsed = parseBytes(bytes);
  return parsed.ok ? ok({ ...parsed.value, digest }) : err({ kind: "bad", problems: parsed.error, digest });
}

/** One line per problem, ready to print. */
export function failureLines(path: string, failure: TeamFileFailure): readonly string[] {
  const name = shortName(path);
  if (failure.kind === "bad") return failure.problems.map((problem) => problemText(name, problem));
  const reason = Object.hasOwn(reasons, failure.code) ? reasons[failure.code] : undefined;
  return [`${name}: cannot be read: ${reason ?? failure.code}`];
}

/** An address may hold a token in its query, and people's screens are shared. */
const shortName = (path: string): string => basename(isAddress(path) ? path.replace(/[?#].*$/s, "") : path);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this user may not read it",
  EPERM: "this user may not read it",
  NOT_A_FILE: "it is not a file",
  TOO_LARGE: "it is larger than 1 MB",
  REMOTE: "it is an address; fetch it to a file first",
  PENDING: "it is being fetched",
  BAD_ADDRESS: "an address must begin with https, and have neither credentials nor a query",
  ETIMEDOUT: "there was no answer in time",
  ECONNREFUSED: "nothing answers there",
  ENOTFOUND: "there is no such host",
};

/** The bytes of a team file on disk. */
export function readTeamBytes(path: string): Result<Buffer, Extract<TeamFileFailure, { kind: "unreadable" }>> {
  if (isAddress(path)) return err({ kind: "unreadable", code: "REMOTE" });
  try {
    const facts = statSync(path);
    // Reading a pipe or a device might never end.
    if (!facts.isFile()) return err({ kind: "unreadable", code: facts.isDirectory() ? "EISDIR" : "NOT_A_FILE" });
    if (facts.size > maxTeamFileBytes) return err({ kind: "unreadable", code: "TOO_LARGE" });
    return ok(readFileSync(path));
  } catch (error) {
    return err({ kind: "unreadable", code: errorCode(error) ?? "UNKNOWN" });
  }
}

function parseBytes(bytes: Uint8Array): Result<ParsedTeam, readonly TeamProblem[]> {
  const text = utf8(bytes);
  if (text === undefined) {
    return err([
      { path: [], line: 1, column: 1, kind: "syntax", found: "bytes that are not UTF-8", expected: "UTF-8" },
    ]);
  }
  const document = readTeamYaml(text);
  return document.ok ? parseTeam(document.value) : document;
}

/** The text of bytes, with its byte order mark; undefined where they are not UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Its only failure: the bytes are in another encoding.
    return undefined;
  }
}
