import { actor } from "../../../shared/state/command-tools.ts";
import type { ChangedFile } from "../../../shared/schedule/change-shape.ts";
import { reviewChange } from "../../../shared/behaviour/schedule/change-view.ts";
import { reviewCover } from "../../../shared/behaviour/schedule/cover.ts";
import type { AppEvent } from "../../../shared/state/event.ts";
import type { AppState, LoadedTeam } from "../../../shared/state/state.ts";
import type { Result } from "../../../shared/result.ts";
import type { Contract } from "../../../shared/rpc/contract.ts";
import type { Outcome } from "../../../shared/rpc/outcome.ts";
import type { Handlers, Input } from "../../../shared/rpc/define.ts";
import type { scheduleChangeContract } from "../../../shared/rpc/schedule-change-contract.ts";
import type { AppPorts, TeamDraft, TeamDraftFailure } from "../app-types.ts";
import type { Outcome as Decided } from "../runtime.ts";

type ChangeHandlers = Pick<Handlers<Contract>, keyof typeof scheduleChangeContract | "undo-schedule-change">;
type Apply = Input<Contract, "apply-schedule-change">;

type ChangeTools = {
  readonly ports: Pick<AppPorts, "clock" | "teamEdits">;
  readonly state: () => AppState;
  readonly dispatch: (event: AppEvent) => Decided | undefined;
};

/** Answers what a screen asks about changes to schedules, and makes them. */
export function scheduleChangeHandlers(tools: ChangeTools): ChangeHandlers {
  const { state, ports } = tools;
  return {
    "propose-schedule-change": async (asked) => {
      const { loaded } = state();
      const review = reviewChange(loaded?.team, asked, ports.clock.now());
      if (review.kind === "refused" || !loaded) return review.kind === "refused" ? review : noSchedule;
      const draft = await ports.teamEdits.draft(loaded.path, asked);
      return { kind: "proposed", effect: review.effect, file: fileView(loaded, draft) };
    },
    "apply-schedule-change": (asked) => applyChange(tools, asked),
    "undo-schedule-change": ({ id }) => written(tools, { kind: "undo-schedule-change", id }),
    "propose-cover": (wanted) => {
      const review = reviewCover(state().loaded?.team, { wanted, by: actor(state()) });
      if (review.kind === "refused") return review;
      const { announcement, ...rest } = review;
      return { ...rest, title: announcement.title, text: announcement.text };
    },
  };
}

const noSchedule = { kind: "refused", problems: [{ kind: "no-schedule" }] } as const;
const busy: Outcome = { kind: "refused", reason: "busy" };

function fileView(loaded: LoadedTeam, draft: Result<TeamDraft, TeamDraftFailure>): ChangedFile {
  if (!draft.ok) {
    const { kind, code } = draft.error;
    return { kind: "none", because: kind, ...(code !== undefined && { detail: code }) };
  }
  const { name, hunks, patch, edit, place } = draft.value;
  if (loaded.sample) return { kind: "patch", because: "sample", name, hunks, patch };
  if (place !== "file") return { kind: "patch", because: place, name, hunks, patch };
  return { kind: "diff", name, digest: edit.before, hunks };
}

/** Drafts again what was looked at; a file that reads otherwise by now is left alone. */
async function applyChange(tools: ChangeTools, { schedule, change, digest }: Apply): Promise<Outcome> {
  const { state, ports } = tools;
  const { loaded } = state();
  if (!loaded) return { kind: "refused", reason: "no-team" };
  const review = reviewChange(loaded.team, { schedule, change }, ports.clock.now());
  if (review.kind === "refused") return { kind: "refused", reason: "invalid", detail: review.problems[0]?.kind ?? "" };
  const draft = await ports.teamEdits.draft(loaded.path, { schedule, change });
  if (!draft.ok) return { kind: "refused", reason: "file-not-written", detail: draft.error.kind };
  if (loaded.sample || draft.value.place !== "file") return { kind: "refused", reason: "file-read-only" };
  if (draft.value.edit.before !== digest) return { kind: "refused", reason: "file-changed" };
  return written(tools, { kind: "change-schedule", schedule, change, edit: draft.value.edit });
}

type Writing = Extract<Parameters<ChangeTools["dispatch"]>[0], { kind: "command" }>["command"];

/** What became of the write is heard before the command is answered. */
function written({ dispatch, state }: ChangeTools, command: Writing): Outcome {
  const reply = dispatch({ kind: "command", command })?.decision.reply ?? busy;
  if (reply.kind === "refused") return reply;
  const { failure } = state().scheduleChanges;
  if (!failure) return reply;
  if (failure.kind === "changed") return { kind: "refused", reason: "file-changed" };
  if (failure.kind === "read-only") return { kind: "refused", reason: "file-read-only" };
  return { kind: "refused", reason: "file-not-written", detail: failure.code ?? failure.kind };
}
