import { describe, expect, it } from "vitest";
import { deadlines } from "../../../shared/incident/sla.ts";
import { severities } from "../../../shared/team/team.ts";
import { hour } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { noon } from "../../support/scenario.ts";
import { service, team } from "../../support/team-builder.ts";

describe("SLA clocks", () => {
  it("001-5 give critical 1 h and 4 h, major 2 h and 8 h, minor 4 h and 24 h", () => {
    const profit = service("profit");
    const table = severities.map((severity) => deadlines(team(), profit, { openedAt: noon, severity }));
    expect(table).toEqual([
      { respondBy: after(noon, hour), resolveBy: after(noon, 4 * hour) },
      { respondBy: after(noon, 2 * hour), resolveBy: after(noon, 8 * hour) },
      { respondBy: after(noon, 4 * hour), resolveBy: after(noon, 24 * hour) },
      {},
    ]);
  });
});
