import { describe, expect, test } from "vitest";
import { instant } from "../../../shared/time/instant.ts";
import { batonAt } from "../../support/baton-command.ts";

const sample = "assets/teams/four-engineers/team.yaml";

const baton = batonAt(instant(0));

const asked = ["fairness", "--team", sample, "--schedule", "weekly"] as const;
/** Four weeks that hold New Year's Day, for which the first backup stands in. */
const span = ["--from", "2026-12-28T09:00", "--to", "2027-01-25T09:00"] as const;

describe("baton fairness", () => {
  test("000-10 a table of what each person carries, and the index", async () => {
    expect(await baton(...asked, ...span)).toEqual({
      code: 0,
      out: [
        "weekly, primary, from 2026-12-28 09:00 Europe/Copenhagen to 2027-01-25 09:00 Europe/Copenhagen",
        "Fairness 92 of 100",
        "",
        "Person   Shifts  Hours  Weekend  Holiday  Night",
        "Alice         2    192       48       24     72",
        "Bob           1    168       48        0     63",
        "Charlie       1    168       48        0     63",
        "Dana          2    144       48        0     54",
      ].join("\n"),
      err: "",
    });
  });

  test("000-10 the same as JSON, with instants in UTC", async () => {
    const { code, out } = await baton(...asked, ...span, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schedule: "weekly",
      from: "2026-12-28T08:00:00.000Z",
      to: "2027-01-25T08:00:00.000Z",
      loads: [
        { person: "alice", shifts: 2, hours: 192, weekendHours: 48, holidayHours: 24, nightHours: 72 },
        { person: "bob", shifts: 1 },
        { person: "charlie", shifts: 1 },
        { person: "dana", shifts: 2, hours: 144 },
      ],
    });
  });

  test("a span that ends before it begins is wrong use", async () => {
    expect(await baton(...asked, "--from", "2027-01-25", "--to", "2027-01-04")).toEqual({
      code: 2,
      out: "",
      err: "--to must be after --from",
    });
  });
});
