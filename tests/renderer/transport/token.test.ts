import { describe, expect, test } from "vitest";
import { takeToken } from "../../../renderer/transport/token.ts";

function place(hash: string, kept?: string) {
  const store = new Map(kept === undefined ? [] : [["baton.token", kept]]);
  const shown: string[] = [];
  return {
    store,
    shown,
    window: {
      location: { hash, pathname: "/", search: "" },
      history: { replaceState: (_: unknown, __: string, url: string) => void shown.push(url) },
      sessionStorage: {
        getItem: (key: string) => store.get(key) ?? null,
        setItem: (key: string, value: string) => void store.set(key, value),
      },
    },
  };
}

describe("the token of the link", () => {
  test("is kept for this tab and taken out of the address bar", () => {
    const at = place("#token=abc_DEF-123");
    expect(takeToken(at.window)).toBe("abc_DEF-123");
    expect(at.shown).toEqual(["/"]);
    expect(at.store).toEqual(new Map([["baton.token", "abc_DEF-123"]]));
  });

  test("is found again after a reload", () => {
    expect(takeToken(place("", "kept").window)).toBe("kept");
  });

  test("of a fresh link replaces the one that was kept", () => {
    expect(takeToken(place("#token=new", "old").window)).toBe("new");
  });

  test("is absent where there is none, and where the fragment is something else", () => {
    expect(takeToken(place("").window)).toBeUndefined();
    expect(takeToken(place("#token=<script>").window)).toBeUndefined();
  });
});
