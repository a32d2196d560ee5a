import { describe, expect, it } from "vitest";
import { notifyBody, pressed, serverFacts, type ServerFacts } from "../../../../electron/node/notifiers/freedesktop.ts";
import { aNotice, buttonLabels as labels } from "../../../support/notices.ts";

const plain: ServerFacts = { title: "plain 1.0", markup: false, buttons: false, sound: false, drawsDefault: false };
const able: ServerFacts = { title: "able 1.0", markup: true, buttons: true, sound: true, drawsDefault: false };

describe("what a server says of itself", () => {
  it("is its name and version, and what Baton makes use of", () => {
    const facts = serverFacts(["dunst", "knopwob", "1.9.0", "1.2"], ["actions", "body", "body-markup", "sound"]);
    expect(facts).toEqual({ title: "dunst 1.9.0", markup: true, buttons: true, sound: true, drawsDefault: false });
  });

  it("is taken as nothing where it makes no sense", () => {
    expect(serverFacts([], undefined)).toEqual({ ...plain, title: "" });
    expect(serverFacts([1, 2, 3], "actions")).toEqual({ ...plain, title: "" });
  });
});

describe("a notice as the body of Notify", () => {
  it("uses all that the server can", () => {
    expect(notifyBody(aNotice({ body: "a < b & c" }), { facts: able, labels, replaces: 7 })).toEqual([
      "Baton",
      7,
      "",
      "Critical · Aggregate Profit",
      "a &lt; b &amp; c",
      ["default", "Open", "acknowledge", "Acknowledge", "snooze", "Snooze 15 min", "open", "Open"],
      [
        ["urgency", ["y", 2]],
        ["category", ["s", "x-baton.notice"]],
        ["desktop-entry", ["s", "baton"]],
        ["x-dunst-stack-tag", ["s", "incident/ledger-late"]],
        ["resident", ["b", true]],
        ["sound-name", ["s", "alarm-clock-elapsed"]],
      ],
      0,
    ]);
  });

  it("sends no markup, no actions and no sound to a server that has none", () => {
    const notice = aNotice({ body: "a < b & c", severity: "info", sticky: false, key: "k" });
    expect(notifyBody(notice, { facts: plain, labels, replaces: 0 })).toEqual([
      "Baton",
      0,
      "",
      "Critical · Aggregate Profit",
      "a < b & c",
      [],
      [
        ["urgency", ["y", 0]],
        ["category", ["s", "x-baton.notice"]],
        ["desktop-entry", ["s", "baton"]],
        ["x-dunst-stack-tag", ["s", "k"]],
      ],
      -1,
    ]);
  });

  it("has one Open where the server draws the default action as a button", () => {
    const facts = { ...able, drawsDefault: true };
    const actionsOf = (buttons: ("acknowledge" | "open")[]) =>
      notifyBody(aNotice({ buttons }), { facts, labels, replaces: 0 })[5];
    expect(actionsOf(["acknowledge", "open"])).toEqual(["acknowledge", "Acknowledge", "open", "Open"]);
    expect(actionsOf(["acknowledge"])).toEqual(["default", "Open", "acknowledge", "Acknowledge"]);
  });
});

it("an action that was never offered means nothing", () => {
  expect(["default", "acknowledge", "snooze", "hand-over", "open", "__proto__", 1, undefined].map(pressed)).toEqual([
    { kind: "opened" },
    { kind: "button", button: "acknowledge" },
    { kind: "button", button: "snooze" },
    { kind: "button", button: "hand-over" },
    { kind: "button", button: "open" },
    undefined,
    undefined,
    undefined,
  ]);
});
