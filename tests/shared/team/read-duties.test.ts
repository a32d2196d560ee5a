import { expect, it } from "vitest";
import { goodTeam, problemsOf, smallTeam } from "../../support/team-text.ts";

it("002-3 the duties of a shift stand in the team file, with or without an address", () => {
  const text = `${smallTeam}duties:\n  - { title: Mail, url: "https://mail.example" }\n  - { title: Console }\n`;
  expect(goodTeam(text).team.duties).toEqual([{ title: "Mail", url: "https://mail.example" }, { title: "Console" }]);
});

it("a duty that cannot be told apart, or opened, is named", () => {
  const text = `${smallTeam}duties:\n  - { title: Mail }\n  - { title: Mail, url: "javascript:alert(1)" }\n`;
  expect(problemsOf(text)).toEqual([
    'team.yaml:11:14: duties[1].title: found "Mail", expected a title that no other duty has',
    'team.yaml:11:25: duties[1].url: found "javascript:alert(1)", expected an address that begins with https:// or http://',
  ]);
});
