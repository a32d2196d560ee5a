import { startScreen } from "./start.tsx";
import { bridgeOf, openIpcLink } from "./transport/ipc.ts";
import type { Link } from "./transport/link.ts";
import { takeToken } from "./transport/token.ts";
import { openSocketLink } from "./transport/websocket.ts";

function openLink(): Link {
  const bridge = bridgeOf(window);
  if (bridge !== undefined) return openIpcLink(bridge);
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  return openSocketLink({ url: `${scheme}//${location.host}/socket`, token: takeToken(window) });
}

const place = document.getElementById("baton");
if (place !== null) startScreen(openLink(), place);
