import type { ReactNode } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { Button } from "../components/button.tsx";
import { SnoozeMenu } from "../components/snooze-menu.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { nowWords } from "../words/now.ts";

/** What can be done about an incident: one primary button, and the rest. */
export function Actions({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const { store, commands } = useSession();
  const busy = useScreen((screen) => screen.pending.has(incident.id));
  if (incident.standing === "resolved") {
    return (
      <div className="actions">
        <Button
          shortcut="n"
          popup="dialog"
          onPress={() => store.setState({ dialog: { kind: "note", incident: incident.id } })}
        >
          {nowWords.addNote}
        </Button>
      </div>
    );
  }
  return (
    <div className="actions">
      <Primary incident={incident} busy={busy} />
      <SnoozeMenu words={nowWords.snooze} ids={[incident.id]} busy={busy} />
      <Button
        shortcut="e"
        popup="dialog"
        busy={busy}
        off={cannotEscalate(incident)}
        onPress={() => store.setState({ dialog: { kind: "escalate", incident: incident.id } })}
      >
        {nowWords.escalate}
      </Button>
      <Button
        shortcut="n"
        popup="dialog"
        onPress={() => store.setState({ dialog: { kind: "note", incident: incident.id } })}
      >
        {nowWords.addNote}
      </Button>
      {incident.standing === "acknowledged" && (
        <Button busy={busy} onPress={() => void commands.perform("unacknowledge", { ids: [incident.id] })}>
          {nowWords.takeBack}
        </Button>
      )}
    </div>
  );
}

function Primary({ incident, busy }: { readonly incident: IncidentDetail; readonly busy: boolean }): ReactNode {
  const { commands } = useSession();
  const ids = [incident.id];
  if (incident.standing !== "acknowledged") {
    return (
      <Button
        kind="primary"
        large
        shortcut="a"
        busy={busy}
        onPress={() => void commands.perform("acknowledge", { ids })}
      >
        {nowWords.acknowledge}
      </Button>
    );
  }
  if (!incident.canResolve) return null;
  return (
    <Button kind="primary" large shortcut="r" busy={busy} onPress={() => void commands.perform("resolve", { ids })}>
      {nowWords.resolve}
    </Button>
  );
}

function cannotEscalate({ escalates }: IncidentDetail): string | undefined {
  if (escalates.kind === "none") return nowWords.noPolicy;
  return escalates.kind === "exhausted" ? nowWords.noNextStep : undefined;
}
