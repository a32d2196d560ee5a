import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import type { App } from "../core/app-types.ts";
import { pushMessage, serveScreen, type Screen } from "./screen.ts";
import { sameSecret } from "../node/same-secret.ts";
import { protocol, readOffer } from "./token.ts";

export type SocketRules = {
  readonly app: App;
  readonly token: string;
  /** Milliseconds between two pings. */
  readonly probeEvery?: number;
  /** Bytes that may wait for one screen. */
  readonly bufferBytes?: number;
};

export type Sockets = {
  /** Takes over a request whose Host and Origin are known to be right. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to every screen, and hangs up on those that do not answer in time. */
  close(): Promise<void>;
};

/** Ten thousand ids in one command, with room. */
const maxMessage = 2 * 2 ** 20;
const maxScreens = 64;
/** A page cannot read why a handshake was refused, so a wrong token is told by a close code of the application's range. */
const unauthorized = 4401;
const goingAway = 1001;
const unsupportedData = 1003;
const tryAgainLater = 1013;
/** Milliseconds for a screen to return the goodbye. */
const farewell = 500;

/** All screens of one host: one subscription to the app, each push made into text once. */
export function openSockets({ app, token, probeEvery = 30_000, bufferBytes = 4 * 2 ** 20 }: SocketRules): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    // One message at a time, so that each finds the buffer as the answers before it have left it.
    allowSynchronousEvents: false,
    clientTracking: false,
    maxPayload: maxMessage,
    perMessageDeflate: false,
    handleProtocols: () => protocol,
  });
  const screens = new Map<WebSocket, Screen>();
  let closing = false;

  const cancel = app.subscribe((push) => {
    if (screens.size === 0) return;
    const message = pushMessage(push);
    for (const screen of screens.values()) screen.tell(message);
  });
  const probes = setInterval(() => {
    for (const screen of screens.values()) screen.probe();
  }, probeEvery).unref();

  const welcome = (socket: WebSocket, offered: string | undefined): void => {
    // Too large, not UTF-8, not WebSocket: ws closes with the right code, and the page's fault is not ours.
    socket.on("error", () => undefined);
    if (offered === undefined || !sameSecret(offered, token)) return void leave(socket, unauthorized);
    if (screens.size >= maxScreens) return void leave(socket, tryAgainLater);
    const screen = serveScreen(socket, app, { bufferBytes });
    screens.set(socket, screen);
    socket.on("message", (data, isBinary) => {
      if (isBinary) socket.close(unsupportedData);
      else screen.receive(textOf(data));
    });
    socket.on("pong", () => {
      screen.answered();
    });
    socket.on("close", () => screens.delete(socket));
  };

  return {
    accept(request, socket, head) {
      const offer = readOffer(request.headers["sec-websocket-protocol"]);
      if (closing) return void socket.destroy();
      if (!offer.speaksBaton) return void socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
      server.handleUpgrade(request, socket, head, (accepted) => {
        welcome(accepted, offer.token);
      });
    },
    async close() {
      closing = true;
      cancel();
      clearInterval(probes);
      await Promise.all([...screens.keys()].map((socket) => leave(socket, goingAway)));
      server.close();
    },
  };
}

const leave = (socket: WebSocket, code: number): Promise<void> =>
  new Promise((resolve) => {
    const hangUp = setTimeout(() => {
      socket.terminate();
    }, farewell).unref();
    socket.once("close", () => {
      clearTimeout(hangUp);
      resolve();
    });
    socket.close(code);
  });

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}
