import { describe, expect, it } from "vitest";
import { after } from "../../../../shared/time/instant.ts";
import { minute } from "../../../../shared/time/duration.ts";
import type { NoticeContent } from "../../../../shared/paging/notice.ts";
import type { NoticeFacts } from "../../../../shared/paging/notice-facts.ts";
import { wordNotice } from "../../../../electron/core/words/notice-words.ts";
import { hostileTexts } from "../../../support/notices.ts";
import { night } from "../../../desktop/support/views.ts";

const word = (facts: NoticeFacts): NoticeContent =>
  wordNotice({ facts, now: night, sound: "alarm", sticky: true }, "UTC");
const spoken = (facts: NoticeFacts): readonly string[] => {
  const { title, body } = word(facts);
  return [title, ...body.split("\n")];
};

type IncidentFacts = Extract<NoticeFacts, { kind: "incident" }>;
type SummaryFacts = Extract<NoticeFacts, { kind: "summary" }>;

const anIncident = (parts: Partial<IncidentFacts> = {}): IncidentFacts => ({
  kind: "incident",
  key: "incident:1",
  incident: "1",
  severity: "critical",
  title: "Ledger is late",
  serviceName: "Aggregate Profit",
  sourceName: "prod",
  times: 0,
  flaps: 0,
  ...parts,
});

const aSummary = (parts: Partial<SummaryFacts> = {}): SummaryFacts => ({
  kind: "summary",
  key: "summary",
  why: "storm",
  severity: "critical",
  incidents: Array.from({ length: 12 }, (_, index) => String(index)),
  bySeverity: { critical: 7, major: 5, minor: 0, info: 0 },
  services: [
    { name: "Aggregate Profit", count: 8 },
    { name: "Growth", count: 3 },
  ],
  otherServices: 1,
  criticals: [{ title: "Ledger is late", serviceName: "Aggregate Profit" }, { serviceName: "Salaries" }],
  ...parts,
});

describe("a page", () => {
  it("000-5 says how bad, where, what, by when, and who is paged next", () => {
    const escalates = { at: after(night, 27 * minute), people: ["Emily"] };
    expect(word(anIncident({ respondBy: after(night, 12 * minute), escalates }))).toEqual({
      key: "incident:1",
      title: "Critical · Aggregate Profit",
      body: "Ledger is late\nRespond by 03:12 · pages Emily at 03:27",
      severity: "critical",
      buttons: ["acknowledge", "snooze", "open"],
      sound: "alarm",
      sticky: true,
    });
  });

  it("000-15 tells nothing of a sensitive incident", () => {
    const { title: _title, ...facts } = anIncident();
    expect(spoken(facts)).toEqual(["Critical · Aggregate Profit", "Sensitive incident"]);
  });

  it("names the source where there is no service, and says that it flaps", () => {
    const { serviceName: _name, ...facts } = anIncident({ severity: "minor", flaps: 4 });
    expect(spoken(facts)).toEqual(["Minor · prod", "Ledger is late", "Resolved and fired again 4 times"]);
  });

  it("makes text from outside inert, one line, and at most 200 characters", () => {
    for (const text of hostileTexts) {
      const [title, body, ...more] = spoken(anIncident({ title: text, serviceName: text, sourceName: text }));
      expect(more).toEqual([]);
      expect(`${title ?? ""}${body ?? ""}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(body!.length).toBeLessThanOrEqual(200);
      expect(title!.length).toBeLessThanOrEqual(100);
    }
    expect(spoken(anIncident({ title: " \n" }))[1]).toBe("Incident without a title");
  });
});

describe("a summary", () => {
  it("counts by severity and service, and names the criticals", () => {
    expect(spoken(aSummary())).toEqual([
      "12 incidents at once",
      "7 critical · 5 major",
      "Aggregate Profit: Ledger is late",
      "Salaries: Sensitive incident",
      "and 5 more critical",
      "Aggregate Profit 8 · Growth 3 · 1 more service",
    ]);
  });

  it("says why it is one", () => {
    const title = (parts: Partial<SummaryFacts>) => spoken(aSummary({ incidents: ["1"], ...parts }))[0];
    expect([title({ why: "missed" }), title({ why: "digest" })]).toEqual([
      "1 incident while you were away",
      "1 incident during quiet hours",
    ]);
  });
});

describe("other notices", () => {
  const sourceName = "Alertmanager at prod";
  const lastGoodAt = after(night, -4 * minute);

  it("say what happened to a source, and what it means", () => {
    const failure = { kind: "unreachable", code: "ECONNREFUSED" } as const;
    expect(spoken({ kind: "source-stale", key: "k", sourceName, lastGoodAt, failure })).toEqual([
      "No answer from Alertmanager at prod for 4 min",
      "The connection failed (ECONNREFUSED).",
      "You may miss incidents.",
    ]);
    expect(spoken({ kind: "source-blind", key: "k", sourceName, heartbeatMissing: true })).toEqual([
      "Blind: Alertmanager at prod",
      "Its heartbeat alert is missing, so its answers cannot be trusted.",
      "You will miss incidents until it answers.",
    ]);
    expect(spoken({ kind: "source-back", key: "k", sourceName })[0]).toBe("Alertmanager at prod answers again");
  });

  it("say what happened to many sources in one", () => {
    const failure = { kind: "unreachable", code: "ECONNREFUSED" } as const;
    const silent = (name: string, freshness: "stale" | "blind") =>
      ({ sourceName: name, freshness, failure, heartbeatMissing: false }) as const;
    const blind = ["a", "b", "c", "d", "e"].map((one) => silent(one, "blind"));
    const facts = {
      kind: "sources",
      key: "sources",
      silent: [...blind, silent("s\u202E", "stale")],
      returned: ["r"],
    } as const;
    expect(spoken(facts)).toEqual([
      "No good answer from 6 sources",
      "The connection failed (ECONNREFUSED).",
      "Blind: a, b, c and 2 more",
      "Stale: s\ufffd",
      "Fresh again: r",
      "You will miss incidents until they answer.",
    ]);
    expect(word(facts)).toMatchObject({ severity: "critical", buttons: ["open"] });
  });

  it("give a reason for many sources only where it is the same, and say when it is over", () => {
    const stale = { sourceName: "a", freshness: "stale", heartbeatMissing: false } as const;
    const failed = { ...stale, sourceName: "b", failure: { kind: "timeout", afterMs: 10_000 } } as const;
    const facts = { kind: "sources", key: "sources", silent: [stale, failed], returned: [] } as const;
    expect(spoken(facts)).toEqual(["No good answer from 2 sources", "Stale: a, b", "You may miss incidents."]);
    expect(word(facts).severity).toBe("major");
    expect(spoken({ ...facts, silent: [failed] })[0]).toBe("No good answer from 1 source");
    expect(word({ ...facts, silent: [], returned: ["a"] })).toMatchObject({
      title: "All sources answer again",
      severity: "info",
    });
  });

  it("say which deadline is at risk", () => {
    const first = { title: "Ledger is late", clock: "resolve", by: after(night, 15 * minute) } as const;
    expect(spoken({ kind: "deadlines", key: "k", count: 1, first, incident: "1" })).toEqual([
      "Deadline at risk: Ledger is late",
      "Resolve by 03:15, 15 min left",
    ]);
    expect(spoken({ kind: "deadlines", key: "k", count: 3, first, incident: "1" })[0]).toBe("3 deadlines at risk");
  });

  it("say that a source refused, and that the incident is triggered again", () => {
    expect(spoken({ kind: "refused", key: "k", incident: "1", title: "Late", sourceName, reason: "no" })).toEqual([
      "Alertmanager at prod refused: Late",
      "no",
      "The incident is triggered again.",
    ]);
  });

  it("can be acknowledged in a drill", () => {
    expect(word({ kind: "drill", key: "drill" }).buttons).toContain("acknowledge");
    expect(word({ kind: "test", key: "test" }).buttons).toEqual(["open"]);
  });
});
