import { describe, expect, test } from "vitest";
import { mayGoBetter } from "../../renderer/words/actions.ts";
import { deliveryWords } from "../../renderer/words/delivery.ts";
import { inboxCommand } from "../../renderer/words/first-run.ts";
import { deadlineNumber, timelineWords } from "../../renderer/words/incident.ts";
import { shiftFoot, shiftSentence, shiftTitle } from "../../renderer/words/shift.ts";
import { documentTitle } from "../../renderer/words/shell.ts";
import { failureWords, sourcesWords, troubleWords } from "../../renderer/words/sources.ts";
import { sourceFailureSchema } from "../../shared/incident/answer.ts";
import { after } from "../../shared/time/instant.ts";
import { aSnapshot, aSource, anInbox, night, aLateSnapshot } from "../page/seen.ts";

const minute = 60_000;

describe("sources", () => {
  const silent = aSource({
    freshness: "stale",
    lastGoodAt: after(night, -4 * minute),
    nextPollAt: after(night, 20_000),
  });

  test("what happened, what it means", () => {
    expect(troubleWords(silent, night)).toBe(
      "Alertmanager at prod has not answered for 4 min. You may miss incidents.",
    );
    expect(troubleWords({ ...silent, freshness: "blind" }, night)).toBe(
      "Alertmanager at prod has not answered for 4 min. You would not be paged for its incidents.",
    );
  });

  test("a source that answers without its heartbeat is not called silent", () => {
    const failure = { kind: "heartbeat-missing", facts: {} };
    expect(troubleWords({ ...silent, failure }, night)).toMatch(
      /^Alertmanager at prod answers, but its heartbeat alert is missing/,
    );
  });

  test("one glance tells the worst", () => {
    expect(sourcesWords([aSource(), anInbox()])).toBe("2 sources fresh");
    expect(sourcesWords([silent, anInbox()])).toBe("Stale: 1 of 2");
    expect(sourcesWords([{ ...silent, freshness: "blind" }])).toBe("Blind");
    expect(sourcesWords([])).toBe("No source");
  });

  test("every kind of failure has words of its own", () => {
    const kinds = [...sourceFailureSchema.options.map(({ entries }) => entries.kind.literal), "heartbeat-missing"];
    const words = kinds.map((kind) => failureWords({ kind, facts: { status: 401, code: "X", name: "s" } }, night));
    expect(new Set(words).size).toBe(kinds.length);
  });
});

describe("deadlines", () => {
  const deadline = { from: night, by: after(night, 60 * minute) };

  test("count down, and then up", () => {
    const at = (minutes: number) => deadlineNumber(deadline, after(night, minutes * minute));
    expect([0, 45, 60, 61].map(at)).toEqual(["1:00:00", "15:00", "0:00", "+1:00"]);
  });
});

describe("actions", () => {
  test("trying again is offered only where it may go better", () => {
    expect(mayGoBetter({ failure: { kind: "disconnected" } })).toBe(true);
    expect(mayGoBetter({ failure: { kind: "refused", reason: "already-resolved" } })).toBe(false);
  });
});

describe("deliveries", () => {
  test.each([
    [{ kind: "confirmed", action: "acknowledge", at: night }, "Acknowledgement sent to Inbox · confirmed"],
    [
      {
        kind: "waiting",
        action: "acknowledge",
        since: night,
        attempts: 2,
        nextAt: after(night, 20_000),
        failure: "timeout",
      },
      "Acknowledgement kept: Inbox does not answer. Trying again in 20 s.",
    ],
    [{ kind: "refused", action: "resolve", at: night, reason: "read-only" }, "Inbox refused the resolution: read-only"],
    [
      { kind: "sent", action: "snooze", since: night, nextAt: after(night, 2_000) },
      "Snooze accepted by Inbox · not confirmed yet",
    ],
    [
      { kind: "refused", action: "note", at: night, reason: "", lack: "forbidden", needs: "incidents.write" },
      "Inbox refused the note: the account does not have the right (incidents.write)",
    ],
    [
      { kind: "refused", action: "acknowledge", at: night, reason: "", lack: "unconfirmed" },
      "Inbox refused the acknowledgement: it accepted it and never said that it was done",
    ],
  ] as const)("%j", (delivery, words) => {
    expect(deliveryWords(delivery, "Inbox", night)).toBe(words);
  });
});

describe("the rest", () => {
  test("a shift says until when and who is next", () => {
    const { shift } = aSnapshot();
    expect([shiftTitle(shift), shiftFoot(shift, night)]).toEqual(["On call · primary", "until Mon 08:00 · then Bob"]);
    expect(shiftSentence(shift, night)).toBe("You are on call until Mon 08:00, then Bob.");
  });

  test("unknown is never shown as not on call", () => {
    expect(shiftTitle({ standing: "unknown", onCallNow: [] })).toBe("On call: unknown");
  });

  test("the tab tells the tray's state", () => {
    expect(documentTitle(aLateSnapshot(), { kind: "open" })).toBe("(1) Triggered · Baton");
    expect(documentTitle(aSnapshot(), { kind: "open" })).toBe("On call · Baton");
    expect(documentTitle(aSnapshot(), { kind: "cut-off", retryAt: 0 })).toBe("? Not answering · Baton");
  });

  test("an entry of the timeline is a sentence with names", () => {
    expect(timelineWords({ at: night, what: { kind: "paged", people: ["Alice", "Bob"], step: 0, round: 0 } })).toBe(
      "Paged Alice, Bob (step 1)",
    );
    expect(timelineWords({ at: night, by: "Bob", what: { kind: "retriggered", why: "taken-back" } })).toBe(
      "Triggered again: the acknowledgement was taken back",
    );
  });

  test("the copied command reads the token from its file, in the shell of the system", () => {
    const place = { url: "http://127.0.0.1:47800/inbox", tokenFile: "data/inbox-token" };
    expect(inboxCommand(place, "unix")).toContain(`"Authorization: Bearer $(cat 'data/inbox-token')"`);
    expect(inboxCommand(place, "windows")).toContain("curl.exe");
  });
});
