import { useId, useState, type ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { firstRunWords } from "../words/first-run.ts";
import { Button } from "./button.tsx";

/** A path on the host's machine, or the desktop's own dialog. */
export function OpenTeamFile({ host }: { readonly host: Snapshot["host"] }): ReactNode {
  const { commands } = useSession();
  const [path, setPath] = useState("");
  const busy = useScreen((screen) => screen.pending.has("open-team-file"));
  const field = useId();
  const open = (): void => {
    if (path.trim() !== "") void commands.perform("open-team-file", { path: path.trim() });
  };
  if (host === "desktop") {
    return (
      <Button busy={busy} onPress={() => void commands.perform("open-team-file", {})}>
        {firstRunWords.choose}
      </Button>
    );
  }
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <label className="unseen" htmlFor={field}>
        {firstRunWords.openPath}
      </label>
      <input
        id={field}
        className="field inline-form-grow"
        value={path}
        placeholder={firstRunWords.openPath}
        spellCheck={false}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <Button busy={busy} onPress={open}>
        {firstRunWords.openButton}
      </Button>
    </form>
  );
}
