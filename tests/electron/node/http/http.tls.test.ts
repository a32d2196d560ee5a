import { createServer as createPlainHttp2, createSecureServer } from "node:http2";
import { createServer as createHttps } from "node:https";
import { createServer as createTcp, type AddressInfo, type Server } from "node:net";
import { createServer as createTls } from "node:tls";
import { describe, expect, onTestFinished, test } from "vitest";
import type { HttpTls } from "../../../../electron/core/ports.ts";
import { createHttp } from "../../../../electron/node/http/http.ts";
import { testAuthority } from "../../../support/tls.ts";

const authority = testAuthority();
const own = authority.issue();
const ours = { key: own.key, cert: own.certificate };

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function ask(url: string, tls: HttpTls = {}): ReturnType<ReturnType<typeof createHttp>["request"]> {
  const http = createHttp();
  onTestFinished(() => http.dispose());
  const trust = { ca: authority.certificate, ...tls };
  return http.request({ method: "GET", url, deadline: 5_000, maxBytes: 1_024, tls: trust });
}

describe("a server that speaks HTTP/2 only", () => {
  const settings = Buffer.from("000000040000000000", "hex");
  const goAway = Buffer.from("0000080700000000000000000000000001", "hex");

  test.each([
    ["and says so in the handshake", () => createSecureServer(ours), "https"],
    ["in the clear", () => createPlainHttp2(), "http"],
    [
      "and answers with its settings whatever is asked",
      () => createTls(ours, (socket) => socket.write(settings)),
      "https",
    ],
    ["and goes away", () => createTcp((socket) => socket.write(goAway)), "http"],
    ["and offers nothing else", () => createTls({ ...ours, ALPNProtocols: ["h2"] }), "https"],
  ])("%s is called what it is", async (_how, make, scheme) => {
    const port = await listening(make());
    expect(await ask(`${scheme}://127.0.0.1:${port}`)).toEqual({ ok: false, error: { kind: "http2-only" } });
  });

  test("or HTTP/1.1 as well, is asked in HTTP/1.1", async () => {
    const server = createSecureServer({ ...ours, allowHTTP1: true }, (request, response) =>
      response.end(request.httpVersion),
    );
    const answer = await ask(`https://127.0.0.1:${await listening(server)}`);
    expect(answer.ok && Buffer.from(answer.value.body).toString()).toBe("1.1");
  });
});

describe("a server that wants a certificate", () => {
  const clients = testAuthority("Clients");
  const client = clients.issue();

  /** Says whom it lets in. */
  const strict = (version: "TLSv1.2" | "TLSv1.3") =>
    listening(
      createHttps(
        { ...ours, ca: clients.certificate, requestCert: true, minVersion: version, maxVersion: version },
        (_request, response) => response.end("in"),
      ),
    );

  test.each(["TLSv1.2", "TLSv1.3"] as const)(
    "lets us in with ours, and says without it that it refuses (%s)",
    async (version) => {
      const url = `https://127.0.0.1:${await strict(version)}`;
      expect(await ask(url, { certificate: { cert: client.certificate, key: client.key } })).toMatchObject({
        ok: true,
      });
      expect(await ask(url)).toMatchObject({ ok: false, error: { kind: "tls-refused" } });
    },
  );

  test("lets us in with a key that has lost its line ends", async () => {
    const url = `https://127.0.0.1:${await strict("TLSv1.3")}`;
    const key = client.key.replaceAll("\n", "");
    expect(await ask(url, { certificate: { cert: client.certificate, key } })).toMatchObject({ ok: true });
  });

  test("hears nothing from us where our certificate or key cannot be used", async () => {
    const url = `https://127.0.0.1:${await strict("TLSv1.3")}`;
    const withPair = (cert: string, key: string) => ask(url, { certificate: { cert, key } });
    const mismatch = { kind: "client-certificate", code: "KEY_MISMATCH" };
    expect(await withPair(client.certificate, own.key)).toEqual({ ok: false, error: mismatch });
    const unreadable = {
      ok: false,
      error: { kind: "client-certificate", code: expect.stringMatching(/^ERR_OSSL/) as string },
    };
    expect(await withPair(client.certificate, "hunter2")).toEqual(unreadable);
    expect(await withPair("nonsense", client.key)).toEqual(unreadable);
  });

  test("gets each request's own certificate, whoever asked before", async () => {
    const http = createHttp();
    onTestFinished(() => http.dispose());
    const url = `https://127.0.0.1:${await strict("TLSv1.3")}`;
    const asked = { method: "GET", url, deadline: 5_000, maxBytes: 1_024 } as const;
    const ca = authority.certificate;
    const certificate = { cert: client.certificate, key: client.key };
    expect(await http.request({ ...asked, tls: { ca, certificate } })).toMatchObject({ ok: true });
    expect(await http.request({ ...asked, tls: { ca } })).toMatchObject({ ok: false, error: { kind: "tls-refused" } });
  });
});

test("a server of another version of TLS refuses by an alert with its number", async () => {
  const server = createTls({ ...ours, minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" });
  const error = { kind: "tls-refused", code: expect.stringMatching(/^(TLS_ALERT_\d+|ERR_SSL_\w+)$/) as string };
  expect(await ask(`https://127.0.0.1:${await listening(server)}`)).toEqual({ ok: false, error });
});
