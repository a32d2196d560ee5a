import { parseArgs } from "node:util";
import { err, ok, type Result } from "../../shared/result.ts";
import { errorCode } from "./private-file.ts";

/** What both hosts are told on the command line. */
export type HostOptions = {
  readonly team?: string;
  readonly data?: string;
  readonly me?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly open: boolean;
  readonly printUrl: boolean;
  readonly help: boolean;
};

export const hostUsage = `Usage: npm start -- [options]

  --team FILE    the team's file (default: the one opened last, else the sample team)
  --data DIR     where Baton keeps its data
  --me PERSON    who you are: an id of the team's file
  --port N       the port to listen on (default: any free one in the browser host)
  --browser      run in the browser even where the desktop host could run
  --no-open      do not open a window
  --print-url    print one line of JSON with the addresses once ready, and open no window
  --help         print this
`;

const declared = {
  team: { type: "string" },
  data: { type: "string" },
  me: { type: "string" },
  port: { type: "string" },
  browser: { type: "boolean" },
  "no-open": { type: "boolean" },
  "print-url": { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** Reads a command line; the error is a sentence for the terminal. */
export function readHostOptions(args: readonly string[]): Result<HostOptions, string> {
  const parsed = parsedArgs(args);
  if (!parsed.ok) return parsed;
  const { team, data, me, port, help, ...flags } = parsed.value;
  const empty = Object.entries({ team, data, me }).find(([, value]) => value === "");
  if (empty) return err(`--${empty[0]} needs a value.`);
  if (port !== undefined && !isPort(port)) return err(`--port needs a number from 0 to 65535, not "${port}".`);
  return ok({
    ...(team !== undefined && { team }),
    ...(data !== undefined && { data }),
    ...(me !== undefined && { me }),
    ...(port !== undefined && { port: Number(port) }),
    open: flags["no-open"] !== true && flags["print-url"] !== true,
    printUrl: flags["print-url"] === true,
    help: help === true,
  });
}

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: declared, strict: true }).values;

function parsedArgs(args: readonly string[]): Result<ReturnType<typeof parse>, string> {
  try {
    return ok(parse(args));
  } catch (error) {
    if (error instanceof Error && errorCode(error)?.startsWith("ERR_PARSE_ARGS_")) return err(error.message);
    throw error;
  }
}
