import { expect, test } from "vitest";
import { TeamConnections } from "../../../electron/core/team-connections.ts";
import { providers } from "../../../electron/providers/registry.ts";
import { err, ok } from "../../../shared/result.ts";
import { memorySecrets } from "../../support/memory-secrets.ts";
import { noon } from "../../support/scenario.ts";
import { alertmanagerSource, team } from "../../support/team-builder.ts";

const tools = {
  http: { request: () => Promise.resolve(err({ kind: "unreachable", code: "TEST" } as const)) },
  clock: { now: () => noon },
  secrets: memorySecrets(),
  expand: () => Promise.resolve(err({ kind: "internal" } as const)),
};

/** The folder of a team file, and what of it was read. */
function folder(path: string) {
  const asked: string[] = [];
  return {
    asked,
    place: {
      path,
      readText(file: string) {
        asked.push(file);
        return ok("");
      },
      readBytes: () => Promise.resolve(err({ kind: "unreadable", code: "ENOENT" } as const)),
    },
  };
}

test("a source can be asked to do what its adapter does, and the inbox, which keeps nothing, nothing", () => {
  const connections = new TeamConnections(providers, tools);
  const declared = team({ sources: [alertmanagerSource()] });
  connections.use(declared, folder("/a/team.yaml").place);
  expect(connections.capabilities(declared)).toEqual({ prod: ["acknowledge", "unacknowledge"], inbox: [] });
  expect(connections.sources.get("inbox")?.poll).toBeUndefined();
});

test("a source of another team file that is declared alike reads the files of that team's folder", async () => {
  const connections = new TeamConnections(providers, tools);
  const declared = team({ sources: [alertmanagerSource({ reach: { ca: "ca.pem" } })] });
  const [first, second] = [folder("/a/team.yaml"), folder("/b/team.yaml")];
  connections.use(declared, first.place);
  connections.use(declared, second.place);
  await connections.sources.get("prod")?.poll?.();
  expect([first.asked, second.asked]).toEqual([[], ["ca.pem"]]);
});
