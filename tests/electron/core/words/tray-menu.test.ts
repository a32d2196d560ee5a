import { describe, expect, it } from "vitest";
import { hour, minute } from "../../../../shared/time/duration.ts";
import { after } from "../../../../shared/time/instant.ts";
import type { IncidentRow } from "../../../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../../../shared/app/snapshot-shape.ts";
import { trayMenu, type TrayItem } from "../../../../electron/core/words/tray-menu.ts";
import { aRow, aSnapshot, monday, night } from "../../../desktop/support/views.ts";

const menu = (mine: readonly IncidentRow[], parts: Partial<Snapshot> = {}): readonly TrayItem[] =>
  trayMenu(aSnapshot(parts), mine, night);
const labels = (items: readonly TrayItem[]): readonly string[] =>
  items.map((item) => (item.kind === "separator" ? "-" : item.label));
const actOf = (items: readonly TrayItem[], label: string) =>
  items.find((item) => item.kind === "act" && item.label === label);

const rest = ["Hand over…", "Pager check", "Quiet for 1 h", "-", "Open Baton", "Quit"];

describe("the tray's menu", () => {
  it("says who is on call until when and who follows, and offers what can be done", () => {
    expect(labels(menu([]))).toEqual(["On call until Mon 09:00, then Bob", "-", ...rest]);
  });

  it("leads to the handoff", () => {
    expect(actOf(menu([]), "Hand over…")).toEqual({
      kind: "act",
      label: "Hand over…",
      act: { kind: "show-view", view: "handoff" },
    });
  });

  it("says who is on call when I am not", () => {
    const people = [{ id: "bob", name: "Bob", role: "primary", until: monday }] as const;
    const off = {
      tray: { state: "off", count: 0, open: 0 },
      shift: { standing: "off", onCallNow: [{ schedule: "weekly", state: "covered", people: [...people] }] },
    } as const;
    expect(labels(menu([], off))[0]).toBe("Not on call · Bob on call until Mon 09:00");
  });

  it("names five of my incidents by rank, each with one click to acknowledge it, and counts the rest", () => {
    const rows = [
      aRow({ id: "minor", severity: "minor", title: "Slow" }),
      aRow({ id: "taken", standing: "acknowledged", title: "Known" }),
      aRow({ id: "major", severity: "major", title: "Half" }),
      aRow({ id: "old", openedAt: after(night, -minute), title: "Older" }),
      aRow({ id: "new", title: "Newer" }),
      aRow({ id: "investors", investorImpact: true, title: "Seen by investors" }),
    ];
    const items = menu(rows);
    expect(labels(items)).toEqual([
      "On call until Mon 09:00, then Bob",
      "-",
      "Acknowledge: Critical · Aggregate Profit · Seen by investors",
      "Acknowledge: Critical · Aggregate Profit · Older",
      "Acknowledge: Critical · Aggregate Profit · Newer",
      "Acknowledge: Major · Aggregate Profit · Half",
      "Acknowledge: Minor · Aggregate Profit · Slow",
      "and 1 more",
      "Acknowledge all",
      "-",
      ...rest,
    ]);
    expect(actOf(items, "Acknowledge: Major · Aggregate Profit · Half")).toMatchObject({
      act: { kind: "request", command: "acknowledge", input: { ids: ["major"] } },
    });
    expect(actOf(items, "Acknowledge all")).toMatchObject({
      act: { input: { ids: ["investors", "old", "new", "major", "minor"] } },
    });
  });

  it("shows an incident that needs no acknowledgement, and offers to acknowledge none", () => {
    const items = menu([aRow({ standing: "acknowledged" }), aRow({ id: "muted", suppressed: true })]);
    expect(labels(items).slice(2, 5)).toEqual([
      "Critical · Aggregate Profit · Ledger is late (suppressed)",
      "Critical · Aggregate Profit · Ledger is late (acknowledged)",
      "-",
    ]);
    expect(items[3]).toMatchObject({ act: { kind: "show-incident", incident: "i1" } });
  });

  it("turns quiet on for an hour, and off while it lasts", () => {
    expect(actOf(menu([]), "Quiet for 1 h")).toMatchObject({ act: { command: "quiet", input: { for: hour } } });
    const { tray } = aSnapshot();
    const quiet = menu([], { tray: { ...tray, quietUntil: after(night, hour) } });
    expect(actOf(quiet, "End quiet")).toMatchObject({ act: { command: "quiet", input: { for: null } } });
    expect(actOf(quiet, "Quiet for 1 h")).toBeUndefined();
  });

  it("makes titles from outside inert and short", () => {
    const [label] = labels(menu([aRow({ title: `\u202Eevil\u0000\n${"x".repeat(100_000)}` })]).slice(2, 3));
    expect(label).toMatch(/^Acknowledge: Critical · Aggregate Profit · \ufffdevil\ufffd x+…$/);
    expect(label!.length).toBeLessThan(100);
  });
});
