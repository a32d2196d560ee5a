import { describe, expect, onTestFinished, test } from "vitest";
import { createHttp } from "../../../../electron/node/http/http.ts";
import { proxyName, proxyOfEnvironment } from "../../../../electron/node/http/proxy.ts";
import { sending, startServer } from "../../../support/bad-server.ts";
import { startProxy } from "../../../support/forward-proxy.ts";
import { freePort } from "../../../support/free-port.ts";
import { testAuthority } from "../../../support/tls.ts";

/** Which proxy an address is asked by. */
const chosen = (env: Readonly<Record<string, string>>, url: string): string | undefined => {
  const proxy = proxyOfEnvironment(env)(new URL(url));
  return proxy && proxyName(proxy);
};

describe("the proxy of the environment", () => {
  const both = { HTTPS_PROXY: "http://secure.example:3128", HTTP_PROXY: "http://plain.example:8080" };

  test("is the one of the address's scheme, in capitals or not, with a scheme of its own or not", () => {
    expect(chosen(both, "https://a.example")).toBe("secure.example:3128");
    expect(chosen(both, "http://a.example")).toBe("plain.example:8080");
    expect(chosen({ https_proxy: "secure.example:3128" }, "https://a.example")).toBe("secure.example:3128");
    expect(chosen({ https_proxy: "small.example", HTTPS_PROXY: "big.example" }, "https://a.example")).toBe(
      "small.example",
    );
    expect(chosen({ HTTP_PROXY: "plain.example" }, "https://a.example")).toBeUndefined();
    expect(chosen({ HTTPS_PROXY: "" }, "https://a.example")).toBeUndefined();
    expect(chosen({ HTTPS_PROXY: "http://[" }, "https://a.example")).toBeUndefined();
  });

  test("is never called by its name and password", () => {
    expect(chosen({ HTTPS_PROXY: "http://alice:hunter2@secure.example:3128" }, "https://a.example")).toBe(
      "secure.example:3128",
    );
  });

  test.each(["http://localhost:9093", "http://a.localhost", "https://127.0.0.1", "http://[::1]:1", "http://127.8.9.1"])(
    "does not carry what stays on this machine: %s",
    (url) => {
      expect(chosen(both, url)).toBeUndefined();
    },
  );

  test.each([
    ["*", "https://a.example", true],
    ["a.example", "https://a.example", true],
    ["a.example", "https://b.a.example", true],
    [".a.example", "https://b.a.example", true],
    ["*.a.example", "https://b.a.example", true],
    ["A.Example", "https://a.EXAMPLE", true],
    ["a.example", "https://ba.example", false],
    ["x.example, a.example", "https://a.example", true],
    ["x.example a.example", "https://a.example", true],
    ["a.example:8443", "https://a.example:8443", true],
    ["a.example:8443", "https://a.example", false],
    ["a.example:443", "https://a.example", true],
    ["10.0.0.0/8", "https://10.1.2.3", true],
    ["10.0.0.0/8", "https://11.1.2.3", false],
    ["10.1.2.3", "https://10.1.2.3", true],
    ["10.0.0.0/99", "https://10.1.2.3", false],
    ["fd00::/8", "https://[fd12::1]", true],
    ["10.0.0.0/8", "https://ten.example", false],
    ["", "https://a.example", false],
  ])("leaves out what NO_PROXY names: %j for %s is %s", (list, url, isLeftOut) => {
    expect(chosen({ ...both, NO_PROXY: list }, url) === undefined).toBe(isLeftOut);
    expect(chosen({ ...both, no_proxy: list }, url) === undefined).toBe(isLeftOut);
  });
});

/** Asks by way of a proxy. Names that nobody knows are the proxy's to find. */
function client(proxy: string) {
  const http = createHttp(proxyOfEnvironment({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy }));
  onTestFinished(() => http.dispose());
  return (url: string, rest: object = {}) =>
    http.request({ method: "GET", url, deadline: 5_000, maxBytes: 65_536, ...rest });
}

const key = [{ name: "x-api-key", prefix: "", secret: "s3cret" }];

describe("by way of a proxy", () => {
  test("http is asked for by its whole address", async () => {
    const server = await startServer(sending(200, "[]"));
    const proxy = await startProxy();
    const url = `http://alerts.example:${server.port}/api?a=1`;
    expect(await client(proxy.url)(url, { credential: key })).toMatchObject({ ok: true, value: { status: 200 } });
    expect(proxy.asked).toEqual([`GET ${url}`]);
    expect(server.requests[0]).toMatchObject({
      path: "/api?a=1",
      headers: { host: `alerts.example:${server.port}`, "x-api-key": "s3cret" },
    });
  });

  const authority = testAuthority();
  const tls = { ca: authority.certificate };

  test("https goes through a tunnel, which questions keep and everything else has for itself", async () => {
    const server = await startServer(sending(200, "[]"), authority.issue("alerts.example"));
    const proxy = await startProxy();
    const ask = client(proxy.url);
    const url = `https://alerts.example:${server.port}/api?a=1`;
    for (const method of ["GET", "GET", "POST", "GET"]) {
      expect(await ask(url, { tls, method, credential: key })).toMatchObject({ ok: true, value: { status: 200 } });
    }
    expect(proxy.asked).toEqual([`CONNECT alerts.example:${server.port}`, `CONNECT alerts.example:${server.port}`]);
    expect(server.requests[0]).toMatchObject({ path: "/api?a=1", headers: { "x-api-key": "s3cret" } });
  });

  test("it is the server's own certificate that counts, for the name that was asked for", async () => {
    const server = await startServer(sending(200, "[]"), authority.issue("alerts.example"));
    const ask = client((await startProxy()).url);
    const url = (host: string): string => `https://${host}:${server.port}`;
    const unknown = { kind: "tls", code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" };
    const another = { kind: "tls", code: "ERR_TLS_CERT_ALTNAME_INVALID" };
    expect(await ask(url("alerts.example"))).toEqual({ ok: false, error: unknown });
    expect(await ask(url("other.example"), { tls })).toEqual({ ok: false, error: another });
    expect(server.requests).toEqual([]);
  });

  test.each(["http", "https"])(
    "%s is let through with the name and password of the proxy's address, which the server does not hear",
    async (scheme) => {
      const server = await startServer(
        sending(200, "[]"),
        scheme === "https" ? authority.issue("alerts.example") : undefined,
      );
      const proxy = await startProxy({ account: "alice:hunter:2" });
      const url = `${scheme}://alerts.example:${server.port}`;
      expect(await client(`http://alice:hunter%3A2@${proxy.name}`)(url, { tls })).toMatchObject({
        ok: true,
        value: { status: 200 },
      });
      expect(server.requests[0]?.headers["proxy-authorization"]).toBeUndefined();
      const refused = { kind: "proxy-unauthorized", proxy: proxy.name };
      expect(await client(`http://${proxy.name}`)(url, { tls })).toEqual({ ok: false, error: refused });
    },
  );

  test("which refuses the way, or is not there, what fails is the proxy and not the server", async () => {
    const refusing = await startProxy({ status: 503 });
    const failed = (proxy: string, code: string) => ({ ok: false, error: { kind: "proxy-failed", proxy, code } });
    expect(await client(refusing.url)("https://alerts.example")).toEqual(failed(refusing.name, "HTTP 503"));
    const nobody = `127.0.0.1:${await freePort()}`;
    for (const scheme of ["http", "https"]) {
      expect(await client(`http://${nobody}`)(`${scheme}://alerts.example`)).toEqual(failed(nobody, "ECONNREFUSED"));
    }
    expect(await client("socks5://127.0.0.1:1")("https://alerts.example")).toEqual(
      failed("127.0.0.1:1", "ERR_PROXY_SCHEME"),
    );
    expect(await client("socks5://127.0.0.1:1")("http://alerts.example")).toEqual(
      failed("127.0.0.1:1", "ERR_PROXY_SCHEME"),
    );
  });

  test.each(["http", "https"])("%s which says nothing is given up at the deadline", async (scheme) => {
    const proxy = await startProxy({ silent: true });
    const answer = await client(proxy.url)(`${scheme}://alerts.example`, { deadline: 200 });
    expect(answer).toEqual({ ok: false, error: { kind: "timeout", afterMs: 200 } });
  });

  test("over TLS, which the system does not believe, is not told anything", async () => {
    const server = await startServer(sending(200, "[]"));
    const proxy = await startProxy({ tls: authority.issue() });
    const error = { kind: "proxy-failed", proxy: proxy.name, code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" };
    for (const scheme of ["http", "https"]) {
      expect(await client(proxy.url)(`${scheme}://alerts.example:${server.port}`)).toEqual({ ok: false, error });
    }
    expect(proxy.asked).toEqual([]);
  });
});

test("a proxy that takes its time to be found does not keep anybody beyond the deadline", async () => {
  const http = createHttp(() => new Promise(() => undefined));
  onTestFinished(() => http.dispose());
  const answer = await http.request({ method: "GET", url: "http://127.0.0.1:1", deadline: 50, maxBytes: 1 });
  expect(answer).toEqual({ ok: false, error: { kind: "timeout", afterMs: 50 } });
});
