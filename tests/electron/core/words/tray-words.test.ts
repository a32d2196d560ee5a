import { describe, expect, it } from "vitest";
import { after } from "../../../../shared/time/instant.ts";
import { minute, second } from "../../../../shared/time/duration.ts";
import type { Snapshot } from "../../../../shared/app/snapshot-shape.ts";
import { tooltipChangesWithin, trayTooltip } from "../../../../electron/core/words/tray-words.ts";
import { aSnapshot, monday, night } from "../../../desktop/support/views.ts";

type Tray = Snapshot["tray"];
type Source = Snapshot["sources"][number];

const words = (tray: Partial<Tray>, parts: Partial<Snapshot> = {}): string =>
  trayTooltip(aSnapshot({ tray: { state: "on", count: 0, open: 0, ...tray }, ...parts }), night);

const onCall = { role: "primary", until: monday } as const;

const aSource = (parts: Partial<Source> = {}): Source => ({
  id: "prod",
  name: "Alertmanager at prod",
  kind: "alertmanager",
  freshness: "stale",
  polling: false,
  peers: [],
  unparsed: 0,
  open: 0,
  missingSecrets: [],
  ...parts,
});

describe("the tray's tooltip", () => {
  it("says until when, what is open and who is paged next", () => {
    const escalates = { at: after(night, 3 * minute + 12 * second), people: ["Emily"] };
    expect(words({ state: "triggered", count: 1, open: 2, ...onCall, escalates })).toBe(
      "On call until Mon 09:00 · 2 open · pages Emily in 3:12",
    );
  });

  it("names the role where it is not the first", () => {
    expect(words({ state: "backup", role: "secondary", until: monday })).toBe("On call as secondary until Mon 09:00");
    expect(words({ state: "backup", role: "backup" })).toBe("On call as backup");
  });

  it("says when the next shift begins", () => {
    expect(words({ state: "off" })).toBe("Not on call");
    expect(words({ state: "off", nextShiftAt: monday })).toBe("Not on call · your next shift Mon 09:00");
    expect(words({ state: "soon", nextShiftAt: after(night, 30 * minute) })).toBe("Your shift begins 03:30");
  });

  it("never takes unknown for not on call", () => {
    const unknown = { shift: { standing: "unknown", onCallNow: [] } } as const;
    expect(words({ state: "off" }, unknown)).toBe("On call: unknown");
    const { me: _me, ...stranger } = aSnapshot({ tray: { state: "off", count: 0, open: 0 }, ...unknown });
    expect(trayTooltip(stranger, night)).toBe("Baton does not know who you are");
    const { team: _team, ...teamless } = stranger;
    expect(trayTooltip(teamless, night)).toBe("No team file is open");
  });

  it("puts what it does not see before everything else", () => {
    const silent = aSource({ lastGoodAt: after(night, -4 * minute) });
    expect(words({ state: "stale", ...onCall }, { sources: [silent] })).toBe(
      "No answer from Alertmanager at prod for 4 min · On call until Mon 09:00",
    );
    expect(words({ state: "blind", ...onCall }, { sources: [aSource({ freshness: "blind" }), silent] })).toBe(
      "Blind: no answer from Alertmanager at prod and Alertmanager at prod · On call until Mon 09:00",
    );
    expect(words({ state: "blind", ...onCall })).toBe("Blind: nothing is being watched · On call until Mon 09:00");
  });

  it("says that a drill runs, that it is quiet, and when somebody is paged this moment", () => {
    expect(words({ state: "drill", ...onCall })).toBe("Pager check running · On call until Mon 09:00");
    expect(words({ ...onCall, quietUntil: after(night, 60 * minute) })).toBe(
      "On call until Mon 09:00 · quiet until 04:00",
    );
    const escalates = { at: night, people: ["Emily", "Bob", "Dana"] };
    expect(words({ state: "triggered", count: 1, open: 1, ...onCall, escalates })).toBe(
      "On call until Mon 09:00 · 1 open · pages Emily and 2 more now",
    );
  });

  it("fits into what Windows shows", () => {
    const sources = [aSource({ name: "x".repeat(300) })];
    expect(words({ state: "stale", ...onCall }, { sources })).toHaveLength(127);
  });

  it("changes by time alone only where it counts or ages", () => {
    const of = (tray: Partial<Tray>) =>
      tooltipChangesWithin(aSnapshot({ tray: { state: "on", count: 0, open: 0, ...tray } }));
    expect(of({})).toBeUndefined();
    expect(of({ escalates: { at: monday, people: [] } })).toBe(second);
    expect(of({ state: "blind" })).toBe(30 * second);
  });
});
