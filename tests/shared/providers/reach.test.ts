import { describe, expect, test } from "vitest";
import { calendars } from "../../../shared/providers/calendars.ts";
import { reachEntries, secretsOfReach } from "../../../shared/providers/reach.ts";
import { pollOfSource, sources } from "../../../shared/providers/sources.ts";
import { goodTeam, problemsOf, smallTeam } from "../../support/team-text.ts";

const withSource = (fields: string): string =>
  `${smallTeam}sources:\n  - { id: s, kind: alertmanager, url: "https://a.example", ${fields} }\n`;
const reachOf = (fields: string) => goodTeam(withSource(fields)).team.sources[0]?.reach;
const problems = (fields: string) =>
  problemsOf(withSource(fields)).map((line) => line.replace(/^team\.yaml:\d+:\d+: /, ""));

describe("the way to a service", () => {
  test("has headers, some of which are secrets with or without text before them", () => {
    const headers = 'headers: { X-Scope-OrgID: team, X-Api-Key: secret:key, Authorization: "GenieKey secret:genie" }';
    expect(reachOf(headers)).toEqual({
      headers: [
        { name: "x-scope-orgid", value: "team" },
        { name: "x-api-key", prefix: "", secret: "key" },
        { name: "authorization", prefix: "GenieKey ", secret: "genie" },
      ],
    });
    expect(secretsOfReach(reachOf(headers))).toEqual(["key", "genie"]);
  });

  test("has an authority and a certificate of our own", () => {
    const reach = reachOf("tls: { ca: ca.pem, cert: client.pem, key: secret:client-key }");
    expect(reach).toEqual({ ca: "ca.pem", certificate: { cert: "client.pem", key: "client-key" } });
    expect(secretsOfReach(reach)).toEqual(["client-key"]);
    expect(reachOf("ca: ca.pem")).toEqual({ ca: "ca.pem" });
  });

  test("may be said of everything that is asked", () => {
    const kinds = [...Object.entries(sources), ...Object.entries(calendars)];
    const asked = kinds.filter(([, { poll }]) => poll !== undefined);
    for (const [kind, { entries }] of asked) {
      expect([kind, entries]).toEqual([kind, expect.objectContaining(reachEntries)]);
    }
    expect(pollOfSource({ kind: "inbox" })).toBeUndefined();
  });

  test("is nothing where the file says nothing", () => {
    expect(reachOf("poll: 10s")).toBeUndefined();
    expect(reachOf("headers: {}, tls: {}")).toBeUndefined();
  });

  test.each([
    [
      "headers: { 'bad name': x }",
      'headers["bad name"]: found "bad name", expected a header\'s name, such as X-Scope-OrgID',
    ],
    ["headers: { Host: x }", 'headers.Host: found "Host", expected no header that Baton sets itself'],
    ['headers: { X-A: "æ" }', 'headers.X-A: found "æ", expected a line of ASCII of at most 2000 characters'],
    [
      'headers: { X-A: "a\\nX-B: c" }',
      'headers.X-A: found "a\\nX-B: c", expected a line of ASCII of at most 2000 characters',
    ],
    [
      "auth: { bearer: secret:x }, headers: { authorization: secret:y }",
      "headers.authorization: found both auth and this header, expected one of them",
    ],
    ["tls: { cert: c.pem }", "tls: found no key, expected key: secret:NAME of its private key"],
    ["tls: { key: secret:k }", "tls: found no cert, expected cert: the certificate of this key"],
    ["ca: a.pem, tls: { ca: b.pem }", "ca: found both ca and tls.ca, expected one of them"],
  ])("is checked: %s", (fields, problem) => {
    expect(problems(fields)).toEqual([`sources[0].${problem}`]);
  });

  test.each([
    "headers: { Authorization: 'Bearer hunter2' }",
    "headers: { X-Api-Key: hunter2 }",
    "headers: { Cookie: 'session=hunter2' }",
    "headers: { X-A: 'secret:hunter2 x' }",
    "tls: { cert: c.pem, key: hunter2 }",
  ])("holds no secret itself, and repeats none: %s", (fields) => {
    const found = problemsOf(withSource(fields));
    expect(found).toHaveLength(1);
    expect(found.join("")).toContain("secret:NAME");
    expect(found.join("")).not.toContain("hunter2");
  });
});
