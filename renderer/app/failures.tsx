import type { ReactNode } from "react";
import { useScreen, useSession } from "../store/session-context.ts";
import { failedWords, mayGoBetter } from "../words/actions.ts";
import { shellWords } from "../words/shell.ts";
import { Button } from "../components/button.tsx";

/** What was asked for and did not happen, until it is put away. */
export function Failures(): ReactNode {
  const { commands } = useSession();
  const failed = useScreen((screen) => screen.failed);
  return (
    <div className="failures">
      {failed.map((one) => (
        <div key={one.id} className="failure">
          <p role="alert">{failedWords(one)}</p>
          {mayGoBetter(one) && (
            <Button
              onPress={() => {
                commands.dismiss(one.id);
                one.again();
              }}
            >
              {shellWords.tryAgain}
            </Button>
          )}
          <Button local onPress={() => commands.dismiss(one.id)}>
            {shellWords.dismiss}
          </Button>
        </div>
      ))}
    </div>
  );
}
