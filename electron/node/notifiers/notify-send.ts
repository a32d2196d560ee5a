import { execFile } from "node:child_process";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { NoticeContent } from "../../../shared/paging/notice.ts";
import { escapeMarkup } from "../../../shared/text/markup.ts";
import type { Severity } from "../../../shared/team/team.ts";
import type { NotifierFailure } from "../../core/ports.ts";
import type { Environment } from "./bus-address.ts";
import { noticeBody, noticeTitle } from "./notice-text.ts";

/*
 * On Linux node-notifier is a shell around notify-send: it puts a title of "--help" where an option is read, and keeps the
 * child to itself, so that one which hangs cannot be ended. Run without the shell, with `--` and a limit, it is safe.
 */

export type NotifySendOptions = {
  readonly env: Environment;
  /** Milliseconds after which the child is killed: notify-send itself waits 25 s for a daemon that hangs. */
  readonly limitMs: number;
};

export type NotifySendVersion = {
  /** Such as `notify-send 0.8.1`. */
  readonly title: string;
  /** From 0.8 on it prints the id of a notification, and replaces the one with a given id. */
  readonly replaces: boolean;
};

/** `no-service` where it is not installed. */
export async function notifySendVersion(
  options: NotifySendOptions,
): Promise<Result<NotifySendVersion, NotifierFailure>> {
  const printed = await run(["--version"], options);
  if (!printed.ok) return printed;
  const [, major, minor] = /(\d+)\.(\d+)/.exec(printed.value) ?? [];
  return ok({ title: printed.value.trim(), replaces: Number(major) > 0 || Number(minor) >= 8 });
}

export type Sending = {
  readonly notice: NoticeContent;
  readonly version: NotifySendVersion;
  /** The id of an earlier showing of the same key. */
  readonly replaces: string | undefined;
};

/** Shows one notification; the value is its id, where this version tells. */
export async function notifySend(
  { notice, version, replaces }: Sending,
  options: NotifySendOptions,
): Promise<Result<string | undefined, NotifierFailure>> {
  const args = [
    "--app-name=Baton",
    `--urgency=${urgency[notice.severity]}`,
    "--category=x-baton.notice",
    "--hint=string:desktop-entry:baton",
    ...(notice.sticky ? ["--expire-time=0"] : []),
    ...(version.replaces ? ["--print-id"] : []),
    ...(version.replaces && replaces !== undefined ? [`--replace-id=${replaces}`] : []),
    // What follows is text, whatever it begins with.
    "--",
    noticeTitle(notice.title),
    // notify-send reads C escapes in the body; and it does not say whether the server reads markup, so it is taken to.
    escapeMarkup(noticeBody(notice.body)).replaceAll("\\", "\\\\"),
  ];
  const printed = await run(args, options);
  if (!printed.ok) return printed;
  return ok(/^\d+/.exec(printed.value)?.[0]);
}

const urgency: Readonly<Record<Severity, string>> = {
  critical: "critical",
  major: "normal",
  minor: "normal",
  info: "low",
};

function run(args: readonly string[], { env, limitMs }: NotifySendOptions): Promise<Result<string, NotifierFailure>> {
  return new Promise((resolve) => {
    const limits = { env: { ...env }, timeout: limitMs, killSignal: "SIGKILL", maxBuffer: 64 * 1024 } as const;
    execFile("notify-send", args, limits, (error, printed) => {
      if (error === null) resolve(ok(printed));
      else if (error.code === "ENOENT") resolve(err({ kind: "no-service", detail: "notify-send is not installed" }));
      else if (error.killed === true) resolve(err({ kind: "timeout", detail: "notify-send did not end" }));
      // Its words may quote the notice.
      else resolve(err({ kind: "failed", detail: `notify-send ended with ${String(error.code)}` }));
    });
  });
}
