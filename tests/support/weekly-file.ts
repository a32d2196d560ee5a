import type { Change } from "../../shared/schedule/change.ts";
import { smallTeam } from "./team-text.ts";

/* A team file with comments and habits of its own, and changes that somebody might make in it. */

/** Alice, Bob and Charlie take weekly turns from Monday 2027-01-04, 09:00 in Copenhagen. */
export const weeklyFile = `# Who answers at night, and why.
${smallTeam}
schedules:
  # Agreed in December; ask Alice before you move anybody.
  - id: weekly
    name: 'Weekly rotation'   # shown in the app
    rotations:
      - role: primary
        participants: [alice, bob, charlie]
        shift: { every: 1, unit: week }
        start: 2027-01-04
        handoffAt: "09:00"

    overrides:   # newest last
      - { role: primary, person: charlie, from: 2027-01-12T09:00, to: 2027-01-13T09:00, reason: flu } # Bob was ill

# The end.
`;

export const bobForAlice: Change = {
  kind: "override",
  override: { role: "primary", person: "bob", from: "2027-01-05T09:00", to: "2027-01-06T09:00", reason: "dentist" },
};

export const addedLine =
  "      - { role: primary, person: bob, from: 2027-01-05T09:00, to: 2027-01-06T09:00, reason: dentist }\n";

export const aliceWithCharlie: Change = {
  kind: "swap",
  swap: { role: "primary", a: "alice", b: "charlie", from: "2027-01-25T00:00", to: "2027-02-16T00:00" },
};
