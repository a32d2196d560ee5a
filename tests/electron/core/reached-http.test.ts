import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { reachedHttp } from "../../../electron/core/reached-http.ts";
import { createHttp } from "../../../electron/node/http/http.ts";
import type { Reach } from "../../../shared/providers/reach.ts";
import { err, ok } from "../../../shared/result.ts";
import { memorySecrets } from "../../support/memory-secrets.ts";
import { sending, startServer } from "../../support/bad-server.ts";
import { testAuthority } from "../../support/tls.ts";

const asked = { method: "GET", deadline: 5_000, maxBytes: 1_024 } as const;
const store = (secrets: Readonly<Record<string, string>> = {}, files: Readonly<Record<string, string>> = {}) => ({
  secrets: memorySecrets(secrets),
  readText: (path: string) => {
    const text = files[path];
    return text === undefined ? err({ kind: "unreadable", code: "ENOENT" } as const) : ok(text);
  },
});

function reached(reach: Reach, from: ReturnType<typeof store>) {
  const http = createHttp();
  onTestFinished(() => http.dispose());
  return reachedHttp(http, reach, from);
}

test("every request has the declared headers, and what the provider itself says counts", async () => {
  const server = await startServer(sending(200, "[]"));
  const headers = [
    { name: "x-scope-orgid", value: "team" },
    { name: "accept", value: "text/html" },
    { name: "x-api-key", prefix: "k=", secret: "key" },
  ];
  const http = reached({ headers }, store({ key: "s3cret" }));
  const credential = [{ name: "authorization", prefix: "Bearer ", secret: "b" }];
  await http.request({ ...asked, url: server.url, headers: { accept: "application/json" }, credential });
  expect(server.requests[0]?.headers).toMatchObject({
    "x-scope-orgid": "team",
    accept: "application/json",
    "x-api-key": "k=s3cret",
    authorization: "Bearer b",
  });
});

test("a server that wants the declared certificate lets us in", async () => {
  const [servers, clients] = [testAuthority("Servers"), testAuthority("Clients")];
  const [own, client] = [servers.issue(), clients.issue()];
  const options = { key: own.key, cert: own.certificate, ca: clients.certificate, requestCert: true };
  const server = createServer(options, (_request, response) => response.end("in"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const reach = { ca: "ca.pem", certificate: { cert: "client.pem", key: "client-key" } };
  const files = { "ca.pem": servers.certificate, "client.pem": client.certificate };
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = reached(reach, store({ "client-key": client.key }, files));
  expect(await http.request({ ...asked, url })).toMatchObject({ ok: true, value: { status: 200 } });
});

test.each<[string, Reach, object]>([
  ["a secret", { headers: [{ name: "x-key", prefix: "", secret: "gone" }] }, { kind: "secret-missing", name: "gone" }],
  ["an authority", { ca: "gone.pem" }, { kind: "tls", code: "ENOENT" }],
  ["a certificate", { certificate: { cert: "gone.pem", key: "k" } }, { kind: "client-certificate", code: "ENOENT" }],
  ["a key", { certificate: { cert: "c.pem", key: "gone" } }, { kind: "secret-missing", name: "gone" }],
])("nothing is asked without %s that is declared", async (_what, reach, failure) => {
  const server = await startServer(sending(200, "[]"));
  const http = reached(reach, store({ k: "key" }, { "c.pem": "pem" }));
  expect(await http.request({ ...asked, url: server.url })).toEqual(err(failure));
  expect(server.requests).toEqual([]);
});
