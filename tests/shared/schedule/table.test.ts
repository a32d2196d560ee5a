import { expect, test } from "vitest";
import { scheduleTable, toMarkdown } from "../../../shared/schedule/table.ts";
import { at, everyoneElse, nineToFive, schedule, turns } from "./a-schedule.ts";

const names: Readonly<Record<string, string>> = {
  john: "John Doe",
  jane: "Jane Smith",
  accounts: "Accounts Team",
  finance: "Finance Team",
  frontend: "Software Frontend Team",
  analytics: "Business Analytics Team",
  "data-eng": "Data Engineering Team",
};
const nameOf = (id: string): string => names[id] ?? id;

const fourWeeks = { from: at("2027-01-04T09:00"), to: at("2027-02-01T09:00") };

test("004-9 the rotation as a Markdown table of week, owners and on-call engineer", () => {
  const weekly = schedule({ rotations: [turns({ participants: ["john", "jane"] })] });
  const owners = ["accounts", "finance", "frontend", "analytics"].map((primary) => ({
    primary,
    secondary: "data-eng",
  }));
  expect(toMarkdown(scheduleTable(weekly, nineToFive, { span: fourWeeks, nameOf, owners }))).toBe(
    [
      "| Week   | Primary Owner           | Secondary Owner       | On-call Engineer |",
      "|--------|-------------------------|-----------------------|------------------|",
      "| Week 1 | Accounts Team           | Data Engineering Team | John Doe         |",
      "| Week 2 | Finance Team            | Data Engineering Team | Jane Smith       |",
      "| Week 3 | Software Frontend Team  | Data Engineering Team | John Doe         |",
      "| Week 4 | Business Analytics Team | Data Engineering Team | Jane Smith       |",
    ].join("\n"),
  );
});

test("003-2 the same table without owners has a column for the backups", () => {
  const weekly = schedule({ rotations: [turns(), everyoneElse] });
  expect(scheduleTable(weekly, nineToFive, { span: fourWeeks, nameOf })).toEqual({
    head: ["Week", "On-call Engineer", "Backup Engineer(s)"],
    rows: [
      ["Week 1", "alice", "bob, charlie, dana"],
      ["Week 2", "bob", "alice, charlie, dana"],
      ["Week 3", "charlie", "alice, bob, dana"],
      ["Week 4", "dana", "alice, bob, charlie"],
    ],
  });
});

test("a week keeps its number and owners whatever the span", () => {
  const weekly = schedule();
  const span = { from: at("2027-01-20T00:00"), to: at("2027-01-21T00:00") };
  const owners = [{ primary: "accounts" }, { primary: "finance" }];
  expect(scheduleTable(weekly, nineToFive, { span, nameOf, owners }).rows).toEqual([
    ["Week 3", "Accounts Team", "", "charlie"],
  ]);
});

test("several people in a week come one after the other, and names cannot break the table", () => {
  const override = { role: "primary" as const, person: "a|b", from: "2027-01-06T09:00", to: "2027-01-07T09:00" };
  const changed = scheduleTable(schedule({ overrides: [override] }), nineToFive, {
    span: { from: at("2027-01-04T09:00"), to: at("2027-01-11T09:00") },
    nameOf,
  });
  expect(toMarkdown(changed).split("\n")[2]).toBe("| Week 1 | alice, a\\|b      |");
});
