import { afterEach, describe, expect, test } from "vitest";
import { pagerDutySchedules } from "../../../../electron/providers/pagerduty/pagerduty.ts";
import { createHttp } from "../../../../electron/node/http/http.ts";
import { secretsOfCalendar } from "../../../../shared/providers/calendars.ts";
import type { PagerDutyPart } from "../../../../shared/providers/pagerduty.ts";
import { err, ok } from "../../../../shared/result.ts";
import { iso } from "../../../support/ics-feed.ts";
import { pagerDutyServer, type PagerDutyAccount, type PagerDutyServer } from "../../../support/pagerduty-server.ts";

const alice = { id: "PA", name: "Alice Ng", email: "alice@example.com" };
const bob = { id: "PB", name: "Robert", email: "BOB@example.com" };
const carol = { id: "PC", name: "Carol", email: "carol@example.com" };
const people = [
  { id: "alice", name: "Alice Ng" },
  { id: "bob", name: "Bob", email: "bob@example.com" },
];

const week = (start: string, end: string, user: typeof alice | null) => ({
  start: `${start}T09:00:00+01:00`,
  end: `${end}T09:00:00+01:00`,
  user,
});

const account: PagerDutyAccount = {
  token: "t0ken",
  users: [
    alice,
    bob,
    carol,
    ...Array.from({ length: 250 }, (_, i) => ({ id: `P${i}`, name: `U${i}`, email: `u${i}@x` })),
  ].reverse(),
  layered: {
    PLAYERS: [
      week("2027-01-04", "2027-01-11", alice),
      week("2027-01-11", "2027-01-18", null),
      week("2027-01-18", "2027-05-03", bob),
      week("2027-05-03", "2027-05-10", carol),
    ],
  },
  flexible: {
    PSHIFTS: [week("2027-01-04", "2027-06-07", bob), week("2027-06-07", "2027-06-14", null)],
  },
  onCalls: [
    ...Array.from({ length: 130 }, (_, index) => ({
      policy: "PPOLICY",
      level: 1,
      user: index % 2 === 0 ? alice : bob,
      start: `2027-01-04T${String(index % 24).padStart(2, "0")}:00:00Z`,
      end: `2027-01-05T${String(index % 24).padStart(2, "0")}:00:00Z`,
    })),
    { policy: "PPOLICY", level: 2, user: bob, start: null, end: null },
    { policy: "PPOLICY", level: 4, user: alice, start: null, end: null },
    { policy: "POTHER", level: 1, user: carol, start: null, end: null },
  ],
};

const servers: PagerDutyServer[] = [];
const http = createHttp();
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  http.dispose();
});

const window = { from: iso("2027-01-01T00:00:00Z"), to: iso("2027-07-01T00:00:00Z") };

async function connect(parts: readonly PagerDutyPart[], table: Readonly<Record<string, string>> = {}) {
  const server = await pagerDutyServer(account);
  servers.push(server);
  const config = { kind: "pagerduty", url: server.url, token: "pd", parts, people: table } as const;
  const calendar = {
    ...{ id: "pd", name: "PagerDuty", poll: 60_000, timezone: "UTC", rules: [] },
    use: { kind: "shifts", schedule: "weekly" },
    config,
  } as const;
  const connection = pagerDutySchedules.connect(calendar, people, {
    http,
    clock: { now: () => iso("2027-01-01T00:00:00Z") },
    secrets: { get: (name) => (name === "pd" ? "t0ken" : undefined) },
    readText: () => err({ kind: "unreadable", code: "ENOENT" }),
    readBytes: async () => err({ kind: "unreadable", code: "ENOENT" }),
    expand: async () => err({ kind: "internal" }),
  });
  return { server, connection, calendar };
}

const layers: PagerDutyPart = { kind: "schedule", id: "PLAYERS", role: "primary" };
const shiftOf = (role: string, person: string, ...[from = "", to = ""]: readonly string[]) => ({
  role,
  person,
  from: iso(from),
  to: iso(to),
});

describe("PagerDuty's schedules as shifts", () => {
  test("are the final entries, whole over the pieces that are asked for, with people found by name, address or table", async () => {
    const { connection, server } = await connect([layers], { PC: "alice" });
    expect(await connection.read(window)).toEqual(
      ok({
        content: {
          use: "shifts",
          schedule: "weekly",
          shifts: [
            shiftOf("primary", "alice", "2027-01-04T08:00:00Z", "2027-01-11T08:00:00Z"),
            shiftOf("primary", "bob", "2027-01-18T08:00:00Z", "2027-05-03T08:00:00Z"),
            shiftOf("primary", "alice", "2027-05-03T08:00:00Z", "2027-05-10T08:00:00Z"),
          ],
          unmapped: [],
          unmappedCount: 0,
          unknown: [],
        },
      }),
    );
    // Robert is known by his address alone, which is on the third page of the account's users.
    expect(server.asked.filter(({ pathname }) => pathname === "/users")).toHaveLength(3);
    expect(server.asked.every((url) => !url.href.includes("t0ken"))).toBe(true);
    expect(await connection.read(window)).toEqual(ok("unchanged"));
  });

  test("of the new kind are found where only they are, and what was cut by the question is whole again", async () => {
    const { connection, server } = await connect([{ kind: "schedule", id: "PSHIFTS", role: "backup" }]);
    expect(await connection.read(window)).toMatchObject({
      ok: true,
      value: { content: { shifts: [shiftOf("backup", "bob", "2027-01-04T08:00:00Z", "2027-06-07T08:00:00Z")] } },
    });
    expect(server.asked[0]?.pathname).toBe("/schedules/PSHIFTS");
    expect(server.asked[1]?.pathname).toBe("/v3/schedules/PSHIFTS");
  });

  test("name whom the team does not know as unmapped, not as nobody", async () => {
    const { connection } = await connect([layers]);
    const read = await connection.read(window);
    expect(read).toMatchObject({
      value: {
        content: {
          unmapped: [{ title: "Carol", reason: "nobody-known", from: iso("2027-05-03T08:00:00Z") }],
          unmappedCount: 1,
        },
      },
    });
  });

  test("of an escalation policy have a role per level, over all pages", async () => {
    const { connection, server } = await connect([{ kind: "policy", id: "PPOLICY" }]);
    const short = { from: iso("2027-01-04T00:00:00Z"), to: iso("2027-01-08T00:00:00Z") };
    expect(await connection.read(short)).toMatchObject({
      ok: true,
      value: {
        content: {
          shifts: [
            shiftOf("primary", "alice", "2027-01-04T00:00:00Z", "2027-01-05T22:00:00Z"),
            shiftOf("secondary", "bob", "2027-01-04T00:00:00Z", "2027-01-08T00:00:00Z"),
            shiftOf("backup", "alice", "2027-01-04T00:00:00Z", "2027-01-08T00:00:00Z"),
            shiftOf("primary", "bob", "2027-01-04T01:00:00Z", "2027-01-05T23:00:00Z"),
          ],
        },
      },
    });
    const offsets = server.asked.filter(({ pathname }) => pathname === "/oncalls");
    expect(offsets.map(({ searchParams }) => searchParams.get("offset"))).toEqual(["0", "100"]);
  });

  test("that cannot be had are a failure with a name", async () => {
    const { connection, server } = await connect([layers]);
    const failing = async (status: number, more: object = {}) => {
      server.fail = { status, ...more };
      const read = await connection.read(window);
      return read.ok ? read.value : read.error;
    };
    expect(await failing(429, { headers: { "ratelimit-reset": "37" } })).toEqual({
      kind: "rate-limited",
      until: iso("2027-01-01T00:00:37Z"),
    });
    expect(await failing(401)).toEqual({ kind: "unauthorized", status: 401 });
    expect(await failing(404)).toEqual({ kind: "status", status: 404 });
    expect(await failing(500)).toEqual({ kind: "status", status: 500 });
    expect(await failing(200, { body: "<html>" })).toEqual({
      kind: "malformed",
      issues: ["body: not complete JSON in UTF-8"],
    });
    expect(
      await failing(200, { body: '{"schedule":{"final_schedule":{"rendered_schedule_entries":[{"start":"x"}]}}}' }),
    ).toMatchObject({ kind: "malformed" });
  });

  test("that nobody of the team serves are a failure, never an empty schedule", async () => {
    const { connection } = await connect([{ kind: "policy", id: "POTHER" }]);
    expect(await connection.read(window)).toEqual(err({ kind: "no-shifts", unmapped: 1 }));
    const nobody = await connect([{ kind: "policy", id: "PNONE" }]);
    expect(await nobody.connection.read(window)).toEqual(err({ kind: "no-shifts", unmapped: 0 }));
  });

  test("behind more pages than the API tells are a failure, since who is missing may be on call", async () => {
    const [first] = account.onCalls;
    const server = await pagerDutyServer({ ...account, onCalls: Array.from({ length: 10_001 }, () => first!) });
    servers.push(server);
    const { calendar } = await connect([]);
    const config = { ...calendar.config, url: server.url, parts: [{ kind: "policy", id: "PPOLICY" }] as const };
    const connection = pagerDutySchedules.connect({ ...calendar, config }, people, {
      http,
      clock: { now: () => window.from },
      secrets: { get: () => "t0ken" },
      readText: () => err({ kind: "unreadable", code: "ENOENT" }),
      readBytes: async () => err({ kind: "unreadable", code: "ENOENT" }),
      expand: async () => err({ kind: "internal" }),
    });
    expect(await connection.read(window)).toEqual(err({ kind: "too-many-items", limit: 10_000 }));
  });

  test("need a token, which is a secret by its name", async () => {
    const { calendar, connection } = await connect([layers]);
    expect(secretsOfCalendar(calendar.config)).toEqual(["pd"]);
    expect(await connection.read(window)).toMatchObject({ ok: true });
  });
});
