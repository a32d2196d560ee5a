import { ok, type Result } from "../../shared/result.ts";
import type { AppPorts } from "../core/app-types.ts";
import type { StoreFailure } from "../core/ports.ts";
import { buttonLabels } from "../core/words/notice-words.ts";
import { openHostPorts, type HostParts, type HostPorts } from "../node/host-ports.ts";
import { openNoticeIds } from "../node/notice-ids.ts";
import { openSystemNotifier } from "../node/notifiers/chain.ts";
import { systemOpener } from "../node/opener.ts";
import { openSecrets } from "../node/secrets.ts";
import { createExpansion } from "../providers/ics/expansion.ts";
import { providers } from "../providers/registry.ts";

/** The app frees the notifier and the store; `http` is the host's to dispose of. */
export type BrowserPorts = AppPorts & Pick<HostPorts, "http">;

/** Plain Node's adapters of every port; a failure where the settings cannot be read, for want of the right to. */
export async function openPorts(parts: Omit<HostParts, "providers">): Promise<Result<BrowserPorts, StoreFailure>> {
  const { platform, env } = process;
  const { dir, log } = parts;
  const ports = openHostPorts({ ...parts, providers });
  if (!ports.ok) return ports;
  const { secrets, problem } = openSecrets(dir, { env, now: () => ports.value.clock.now() });
  if (problem) log("warning", "the file of secrets is not used", { reason: problem.kind });
  const noticeIds = openNoticeIds(dir, log);
  const notifier = await openSystemNotifier({ platform, env, labels: buttonLabels, log, noticeIds });
  return ok({
    ...ports.value,
    secrets,
    notifier,
    opener: systemOpener(),
    expansion: createExpansion(),
  });
}
