import { useEffect, type ReactNode } from "react";
import { useScreen, useSession } from "../../store/session-context.ts";
import { failedWords } from "../../words/actions.ts";

/** What an action of a dialog came to, beside its button: the page behind the dialog cannot be read. */
export function WhatFailed({ command }: { readonly command: string }): ReactNode {
  const { commands } = useSession();
  const failed = useScreen((screen) => screen.failed.find((one) => one.command === command));
  const id = failed?.id;
  // Whoever leaves the dialog has read it.
  useEffect(() => () => (id === undefined ? undefined : commands.dismiss(id)), [commands, id]);
  return failed === undefined ? null : (
    <p role="alert" className="trouble">
      {failedWords(failed)}
    </p>
  );
}
