import { describe, expect, test } from "vitest";
import { actionOf, type KeyPress } from "../../../renderer/keys/keymap.ts";

const press = (key: string, of: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  typing: false,
  ...of,
});

describe("keys", () => {
  test.each([
    ["1", "view-now"],
    ["2", "view-incidents"],
    ["3", "view-schedule"],
    ["4", "view-runbooks"],
    ["5", "view-handoff"],
    ["6", "view-log"],
    ["7", "view-insight"],
    ["8", "view-settings"],
    ["/", "search"],
    ["a", "acknowledge"],
    ["s", "snooze"],
    ["e", "escalate"],
    ["r", "resolve"],
    ["n", "note"],
    ["j", "next"],
    ["k", "previous"],
    ["?", "keys"],
    ["Escape", "close"],
  ])("%s means %s", (key, action) => {
    expect(actionOf(press(key))).toBe(action);
  });

  test("belong to the text while somebody types, except Escape", () => {
    expect(actionOf(press("a", { typing: true }))).toBeUndefined();
    expect(actionOf(press("Escape", { typing: true }))).toBe("close");
  });

  test("with Ctrl, Cmd or Alt, or inside an input method, belong to the browser", () => {
    for (const of of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }]) {
      expect(actionOf(press("a", of))).toBeUndefined();
    }
  });

  test("held down acknowledge once and move on and on", () => {
    expect(actionOf(press("a", { repeat: true }))).toBeUndefined();
    expect(actionOf(press("j", { repeat: true }))).toBe("next");
  });

  test("named like a property of every object mean nothing", () => {
    expect(actionOf(press("constructor"))).toBeUndefined();
  });
});
