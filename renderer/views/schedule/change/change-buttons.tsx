import type { ReactNode } from "react";
import type { Role } from "../../../../shared/team/team.ts";
import type { Instant } from "../../../../shared/time/instant.ts";
import { localMoment } from "../../../../shared/time/phrase.ts";
import { Button } from "../../../components/button.tsx";
import { useScreen, useSession } from "../../../store/session-context.ts";
import { changeWords } from "../../../words/schedule-change.ts";
import type { ChangeForm, ChangeKind } from "../../../store/change-form.ts";

/** The stretch that a change begins with: a shift, or a part of one that its person cannot serve. */
export type ChangeButtonsProps = {
  readonly schedule: string;
  readonly role: Role;
  /** Ids. */
  readonly person?: string | undefined;
  readonly from: Instant;
  readonly to: Instant;
  /** Who is proposed in their place. */
  readonly substitute?: string | undefined;
};

/** What can be done about a stretch of a schedule. Each opens the dialog with what is known filled in. */
export function ChangeButtons(props: ChangeButtonsProps): ReactNode {
  const { store } = useSession();
  const me = useScreen((screen) => screen.snapshot?.me?.id);
  const zone = useScreen(
    (screen) => screen.snapshot?.team?.schedules.find(({ id }) => id === props.schedule)?.timezone ?? "UTC",
  );
  const open = (kind: ChangeKind): void =>
    store.setState({ dialog: { kind: "schedule-change", form: formOf(props, kind, zone) } });
  const mine = me !== undefined && props.person === me;
  return (
    <div className="change-buttons">
      <Button popup="dialog" shortcut="o" onPress={() => open("override")}>
        {changeWords.override}
      </Button>
      <Button popup="dialog" shortcut="w" onPress={() => open("swap")}>
        {changeWords.swap}
      </Button>
      {!mine && me !== undefined && (
        <Button popup="dialog" onPress={() => open("take")}>
          {changeWords.take}
        </Button>
      )}
      {mine && (
        <Button popup="dialog" onPress={() => open("cover")}>
          {changeWords.cover}
        </Button>
      )}
    </div>
  );
}

function formOf(props: ChangeButtonsProps, kind: ChangeKind, zone: string): ChangeForm {
  const { schedule, role, from, to, person = "", substitute = "" } = props;
  return {
    kind,
    schedule,
    role,
    from: localMoment(from, zone),
    to: localMoment(to, zone),
    person: kind === "swap" ? person : substitute,
    other: "",
    why: "",
  };
}
