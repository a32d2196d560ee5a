import type { SourceProvider } from "../../electron/core/provider.ts";
import type { Sighting } from "../../shared/incident/alert.ts";
import type { SourceAnswer, SourceFailure } from "../../shared/incident/answer.ts";
import type { ActionAnswer, ActionDone, ActionFailure } from "../../shared/incident/outbox.ts";
import { err, ok, type Result } from "../../shared/result.ts";

/** A source in memory that keeps what it is asked to do, as an Alertmanager keeps its silences. */
export type PageSource = {
  readonly provider: SourceProvider<"alertmanager">;
  /** Alerts fire, or say something else from now on. */
  fires(...alerts: readonly Sighting[]): void;
  ends(...keys: readonly string[]): void;
  /** Questions fail so until it is called without a failure. */
  fails(failure?: SourceFailure): void;
  /** Actions fail so until it is called without a failure. */
  refuses(failure?: ActionFailure): void;
};

type Acknowledgement = NonNullable<Sighting["acknowledgement"]>;

export function pageSource(): PageSource {
  const alerts = new Map<string, Sighting>();
  const acknowledged = new Map<string, Acknowledgement>();
  let [failure, refusal]: [SourceFailure | undefined, ActionFailure | undefined] = [undefined, undefined];
  let [answer, told]: [SourceAnswer | undefined, SourceAnswer | undefined] = [undefined, undefined];
  const changes = (): void => {
    answer = undefined;
  };
  const current = (): SourceAnswer =>
    (answer ??= {
      alerts: [...alerts.values()].map((sighting) => {
        const acknowledgement = acknowledged.get(sighting.alert.key);
        return { ...sighting, ...(acknowledgement && { acknowledgement }) };
      }),
      unparsed: 0,
      peers: [{ peer: "a" }],
      heartbeatMissing: false,
    });
  const act = (done: () => ActionDone): Promise<Result<ActionAnswer, ActionFailure>> =>
    Promise.resolve(refusal === undefined ? ok({ kind: "done", ...done() }) : err(refusal));
  return {
    provider: {
      connect: () => ({
        poll() {
          if (failure !== undefined) return Promise.resolve(err(failure));
          const now = current();
          const same = now === told;
          told = now;
          return Promise.resolve(ok(same ? "unchanged" : now));
        },
        actions: {
          acknowledge: ({ key, by, until }) =>
            act(() => {
              acknowledged.set(key, { by, handle: `silence of ${key}`, until });
              changes();
              return { handle: `silence of ${key}`, until };
            }),
          unacknowledge: ({ key }) =>
            act(() => {
              acknowledged.delete(key);
              changes();
              return {};
            }),
        },
      }),
    },
    fires(...fresh) {
      for (const sighting of fresh) alerts.set(sighting.alert.key, sighting);
      changes();
    },
    ends(...keys) {
      for (const key of keys) alerts.delete(key);
      changes();
    },
    fails: (next) => void (failure = next),
    refuses: (next) => void (refusal = next),
  };
}
