import { startScreen } from "../../renderer/start.tsx";
import { openPageHost, shiftTime, type PageHost } from "./page-host.ts";
import { isStateName, states } from "./states.ts";

/*
 * The real screen over the real core, in one page: `?state=NAME`. The core's ports live in memory, and it is driven by what happens to
 * it: a source that answers, people who ask, time that passes.
 */

declare global {
  var pageHost: PageHost | undefined;
}

const wanted = new URLSearchParams(location.search).get("state") ?? "quiet";
const place = document.getElementById("baton");
if (place !== null && isStateName(wanted)) {
  const { at, open } = states[wanted];
  const stage = await open(at);
  const host = openPageHost(stage, shiftTime(stage.clock.now()));
  globalThis.pageHost = host;
  startScreen(host.link, place);
}
