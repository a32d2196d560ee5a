import type { ReactNode } from "react";
import { misfitWords, refusedWords } from "../words/shell.ts";
import { Button } from "../components/button.tsx";
import { Snippet } from "../components/snippet.tsx";

/** The page for a missing or wrong token: what happened, and how to open a fresh link. */
export function Refused({ reason }: { readonly reason: "no-token" | "wrong-token" }): ReactNode {
  const words = refusedWords[reason];
  return (
    <main className="page">
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <p>{refusedWords.how}</p>
      <Snippet text={refusedWords.command} label={refusedWords.how} />
    </main>
  );
}

/** The page for a host of another version. */
export function Misfit(): ReactNode {
  return (
    <main className="page">
      <h1>{misfitWords.title}</h1>
      <p>{misfitWords.body}</p>
      <div>
        <Button kind="primary" local onPress={() => location.reload()}>
          {misfitWords.reload}
        </Button>
      </div>
    </main>
  );
}
