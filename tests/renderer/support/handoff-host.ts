import type { HandoffItem, HandoffView } from "../../../shared/handoff/handoff-shape.ts";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import type { Contract, Outcome } from "../../../shared/rpc/contract.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import type { handoffCommands } from "../../../shared/handoff/handoff-commands.ts";

type HandoffHandlers = Pick<Handlers<Contract>, keyof typeof handoffCommands>;

const done: Outcome = { kind: "done", count: 1 };

/** The commands of handoffs over a host in memory: what is said of the draft is kept, and offers and answers move it on. */
export function handoffHandlers(snapshot: () => Snapshot, change: (handoff: HandoffView) => void): HandoffHandlers {
  const draft = (edit: (draft: NonNullable<HandoffView["draft"]>) => NonNullable<HandoffView["draft"]>): Outcome => {
    const { handoff } = snapshot();
    if (handoff.draft === undefined) return { kind: "refused", reason: "not-on-duty" };
    change({ ...handoff, draft: edit(handoff.draft) });
    return done;
  };
  const item = (id: string, edit: (item: HandoffItem) => HandoffItem): Outcome =>
    draft((one) => {
      const items = one.items.map((other) => (other.id === id ? edit(other) : other));
      const unfinished = items.filter(({ standing }) => standing === "open").map(({ text }) => text);
      return { ...one, items, unfinished };
    });
  const without = (id: string): HandoffView => {
    const { handoff } = snapshot();
    return { ...handoff, incoming: handoff.incoming.filter((one) => one.id !== id) };
  };
  return {
    "say-where-it-stands": ({ incident, text }) =>
      draft((one) => ({ ...one, open: one.open.map((row) => (row.id === incident ? { ...row, line: text } : row)) })),
    "tick-handoff": ({ item: id, done: ticked }) =>
      item(id, (one) => ({ ...one, standing: ticked ? "ticked" : "open" })),
    "waive-handoff": ({ item: id, sentence }) =>
      item(id, ({ why: _, ...one }) => ({
        ...one,
        standing: sentence === null ? "open" : "waived",
        ...(sentence !== null && { why: sentence }),
      })),
    "promise-runbook": ({ task, person, by }) =>
      draft((one) => ({
        ...one,
        missing: one.missing.map((row) =>
          row.id === task ? { ...row, owner: { id: person, name: person }, by, promised: true } : row,
        ),
      })),
    "note-handoff": ({ text }) => draft((one) => ({ ...one, notes: text })),
    "offer-handoff": () => {
      change({ ...snapshot().handoff, state: "offered" });
      return done;
    },
    "withdraw-handoff": () => {
      const { offer: _, ...handoff } = snapshot().handoff;
      change({ ...handoff, state: "drafted" });
      return done;
    },
    "accept-handoff": ({ id }) => {
      change(without(id));
      return done;
    },
    "decline-handoff": ({ id }) => {
      change(without(id));
      return done;
    },
    "record-answer": () => done,
  };
}
