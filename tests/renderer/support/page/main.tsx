import { startScreen } from "../../../../renderer/start.tsx";
import { instant } from "../../../../shared/time/instant.ts";
import { createFakeHost, type FakeHost } from "../fake-host.ts";
import { scenarios, type ScenarioName } from "../scenarios.ts";

/*
 * The real screen over a host in memory: `?fixture=NAME`. For suites that look at the screen alone, and for whoever draws it.
 */

declare global {
  var fakeHost: FakeHost | undefined;
}

const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);

const wanted = new URLSearchParams(location.search).get("fixture") ?? "quiet";
const now = () => instant(Date.now());
const place = document.getElementById("baton");
if (place !== null && isScenario(wanted)) {
  const host = createFakeHost(scenarios[wanted](now()), now);
  globalThis.fakeHost = host;
  startScreen(host.link, place);
}
