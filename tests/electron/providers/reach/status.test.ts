import { describe, expect, test } from "vitest";
import { failureOfStatus, retryAfter } from "../../../../electron/providers/reach/status.ts";
import { hour } from "../../../../shared/time/duration.ts";
import { after } from "../../../../shared/time/instant.ts";
import { iso } from "../../../support/ics-feed.ts";

const now = iso("2027-01-04T09:00:00Z");
const answer = (status: number, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  headers,
  body: new Uint8Array(),
});

describe("a status", () => {
  test.each([
    [200, undefined],
    [201, undefined],
    [202, undefined],
    [204, undefined],
    [301, { kind: "redirected", status: 301 }],
    [304, { kind: "status", status: 304 }],
    [401, { kind: "unauthorized", status: 401 }],
    [402, { kind: "plan-limit" }],
    [403, { kind: "forbidden" }],
    [404, { kind: "status", status: 404 }],
    [429, { kind: "rate-limited" }],
    [503, { kind: "status", status: 503 }],
  ])("of %i is a failure by its own name, or none", (status, failure) => {
    expect(failureOfStatus(answer(status), now)).toEqual(failure);
  });
});

describe("a server that asks to be left alone", () => {
  test.each([
    ["seconds", { "retry-after": "90" }, "2027-01-04T09:01:30Z"],
    ["an HTTP date", { "retry-after": "Mon, 04 Jan 2027 09:32:00 GMT" }, "2027-01-04T09:32:00Z"],
    ["seconds until the next window", { "ratelimit-reset": "37" }, "2027-01-04T09:00:37Z"],
    ["a second of the epoch", { "x-ratelimit-reset": "1799054400" }, "2027-01-04T09:20:00Z"],
    ["a fraction of one", { "x-ratelimit-reset": "1799054400.5" }, "2027-01-04T09:20:00.500Z"],
    ["an instant", { "x-ratelimit-reset": "2027-01-04T09:15Z" }, "2027-01-04T09:15:00Z"],
    ["its own word before its limit's", { "retry-after": "5", "x-ratelimit-reset": "60" }, "2027-01-04T09:00:05Z"],
    ["a moment that is past", { "retry-after": "Mon, 04 Jan 2027 08:00:00 GMT" }, "2027-01-04T09:00:00Z"],
    ["a year", { "retry-after": "31536000" }, "2027-01-04T10:00:00Z"],
  ])("says when by %s", (_how, headers, until) => {
    expect(failureOfStatus(answer(429, headers), now)).toEqual({ kind: "rate-limited", until: iso(until) });
  });

  test.each([{}, { "retry-after": "" }, { "retry-after": "soon" }, { "retry-after": "-5x" }])(
    "may say nothing that can be read: %j",
    (headers) => {
      expect(retryAfter(headers, now)).toBeUndefined();
    },
  );

  test("is left alone for no longer than the caller can be without it", () => {
    expect(retryAfter({ "retry-after": "99999" }, now, 2 * hour)).toBe(after(now, 2 * hour));
  });
});
