import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { HttpRequest } from "../../../../electron/core/ports.ts";
import { createHttp } from "../../../../electron/node/http/http.ts";
import {
  bombing,
  breakingOff,
  dripping,
  redirecting,
  sending,
  silent,
  startServer,
  startUntrusted,
} from "../../../support/bad-server.ts";
import { freePort } from "../../../support/free-port.ts";
import { testAuthority } from "../../../support/tls.ts";

const kilobyte = 1024;

function client(): (url: string, rest?: Partial<HttpRequest>) => ReturnType<ReturnType<typeof createHttp>["request"]> {
  const http = createHttp();
  onTestFinished(() => http.dispose());
  return (url, rest) => http.request({ method: "GET", url, deadline: 5_000, maxBytes: 64 * kilobyte, ...rest });
}

const textOf = (body: Uint8Array): string => Buffer.from(body).toString();

describe("an answer", () => {
  test("comes with its status, lower-case header names and bytes", async () => {
    const server = await startServer(sending(418, "tea", { "Content-Type": "text/plain", "Set-Cookie": "a=1" }));
    const answer = await client()(`${server.url}/pot?sugar=2`);
    expect(answer).toMatchObject({
      ok: true,
      value: { status: 418, headers: { "content-type": "text/plain", "set-cookie": "a=1" } },
    });
    expect(answer.ok && textOf(answer.value.body)).toBe("tea");
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /pot?sugar=2"]);
  });

  test.each([
    ["gzip", gzipSync("hello")],
    ["deflate", deflateSync("hello")],
    ["br", brotliCompressSync("hello")],
  ])("in %s is decompressed", async (encoding, body) => {
    const server = await startServer(sending(200, body, { "content-encoding": encoding }));
    const answer = await client()(server.url);
    expect(answer.ok && textOf(answer.value.body)).toBe("hello");
  });

  test("that is a redirect is handed on, and nothing is sent to where it points", async () => {
    const other = await startServer(sending(200, "[]"));
    const server = await startServer(redirecting(`${other.url}/steal`));
    const answer = await client()(server.url, {
      credential: [{ name: "authorization", prefix: "Bearer ", secret: "s3cret" }],
      headers: { "x-api-key": "k" },
    });
    expect(answer).toMatchObject({ ok: true, value: { status: 302, headers: { location: `${other.url}/steal` } } });
    expect(other.requests).toEqual([]);
  });
});

describe("an answer that is known", () => {
  const known = Buffer.from("known ".repeat(50_000));
  const most = { known, maxBytes: 2 * known.length };

  test("is answered as the very object that it repeats, however it comes", async () => {
    const plain = await startServer(sending(200, known));
    const packed = await startServer(sending(200, gzipSync(known), { "content-encoding": "gzip" }));
    const ask = client();
    for (const { url } of [plain, packed, plain]) {
      const answer = await ask(url, most);
      expect(answer.ok && answer.value.body).toBe(known);
    }
    expect(known.equals(Buffer.from("known ".repeat(50_000)))).toBe(true);
  });

  test.each([
    ["differs at its beginning", Buffer.concat([Buffer.from("K"), known.subarray(1)])],
    ["differs at its end", Buffer.concat([known.subarray(0, -1), Buffer.from("!")])],
    ["goes on", Buffer.concat([known, Buffer.from("more")])],
    ["ends before", known.subarray(0, -1)],
    ["is empty", Buffer.alloc(0)],
  ])("comes whole where it %s", async (_how, body) => {
    const server = await startServer(sending(200, body));
    const answer = await client()(server.url, most);
    expect(answer.ok && body.equals(answer.value.body)).toBe(true);
  });
});

describe("a request", () => {
  test("carries its body, headers and credential", async () => {
    let body = "";
    const server = await startServer((request, response) => {
      request.on("data", (chunk: Buffer) => (body += chunk.toString())).on("end", () => response.end());
    });
    await client()(server.url, {
      method: "POST",
      body: { kind: "json", value: { æ: 1 } },
      headers: { "x-one": "1" },
      credential: [
        { name: "authorization", prefix: "Token token=", secret: "k" },
        { name: "x-other-key", prefix: "", secret: "l" },
      ],
    });
    expect(body).toBe('{"æ":1}');
    expect(server.requests[0]?.headers).toMatchObject({
      "x-one": "1",
      "content-type": "application/json",
      "content-length": "8",
      authorization: "Token token=k",
      "x-other-key": "l",
    });
  });

  test.each(["PUT", "PATCH", "DELETE"] as const)("may be a %s", async (method) => {
    const server = await startServer(sending(200, "{}"));
    await client()(server.url, { method, body: { kind: "json", value: {} } });
    expect(server.requests.map((request) => request.method)).toEqual([method]);
  });

  test("may be a form, of which a key may stand more than once", async () => {
    let body = "";
    const server = await startServer((request, response) => {
      request.on("data", (chunk: Buffer) => (body += chunk.toString())).on("end", () => response.end());
    });
    const fields = [
      ["To", "+49 1"],
      ["Body", "a=b&c"],
      ["To", "ø"],
    ] as const;
    await client()(server.url, { method: "POST", body: { kind: "form", fields } });
    expect(body).toBe("To=%2B49+1&Body=a%3Db%26c&To=%C3%B8");
    expect(server.requests[0]?.headers).toMatchObject({ "content-type": "application/x-www-form-urlencoded" });
  });

  test("may name another content type than its body's kind has", async () => {
    const server = await startServer(sending(200, "{}"));
    const headers = { "content-type": "application/json-rpc" };
    await client()(server.url, { method: "POST", body: { kind: "json", value: {} }, headers });
    expect(server.requests[0]?.headers).toMatchObject(headers);
  });

  test("that only asks reuses a connection; one that changes something gets its own", async () => {
    const server = await startServer(sending(200, "{}"));
    const ask = client();
    for (const method of ["GET", "GET", "POST", "GET"] as const) await ask(server.url, { method });
    const [first, second, post, last] = server.requests.map(({ connection }) => connection);
    expect([second, last]).toEqual([first, first]);
    expect(post).not.toBe(first);
  });

  test("is asked again at once where the server had just closed the kept connection", async () => {
    let connections = 0;
    // Answers once on each connection and then resets it when more comes.
    const server = createServer((socket) => {
      connections += 1;
      socket.once("data", () => {
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n[]");
        socket.once("data", () => socket.resetAndDestroy());
      });
      socket.on("error", () => socket.destroy());
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const ask = client();
    await ask(`http://127.0.0.1:${port}`);
    expect(await ask(`http://127.0.0.1:${port}`)).toMatchObject({ ok: true, value: { status: 200 } });
    expect(connections).toBe(2);
  });

  test.each(["ftp://127.0.0.1/", "nonsense", "http://user:pw@127.0.0.1/"])("to %s is not sent", async (url) => {
    expect(await client()(url)).toEqual({ ok: false, error: { kind: "unreachable", code: "ERR_INVALID_URL" } });
  });

  test("with a header that cannot be sent fails by its code and without its value", async () => {
    const answer = await client()("http://127.0.0.1:1", {
      credential: [{ name: "x-key", prefix: "", secret: "line\nbreak" }],
    });
    expect(answer).toEqual({ ok: false, error: { kind: "unreachable", code: "ERR_INVALID_CHAR" } });
  });
});

describe("a failure", () => {
  test("says that nobody listens", async () => {
    const answer = await client()(`http://127.0.0.1:${await freePort()}`);
    expect(answer).toEqual({ ok: false, error: { kind: "unreachable", code: "ECONNREFUSED" } });
  });

  test("says that the answer broke off", async () => {
    const server = await startServer(breakingOff("[1,2,3]"));
    expect(await client()(server.url)).toEqual({ ok: false, error: { kind: "unreachable", code: "ECONNRESET" } });
  });

  test("says that what answers does not speak HTTP", async () => {
    const server = createServer((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    expect(await client()(`http://127.0.0.1:${port}`)).toEqual({
      ok: false,
      error: { kind: "unreachable", code: "HPE_INVALID_CONSTANT" },
    });
  });

  test("says that a compressed body is damaged", async () => {
    const server = await startServer(sending(200, gzipSync("hello").subarray(0, 12), { "content-encoding": "gzip" }));
    expect(await client()(server.url)).toEqual({ ok: false, error: { kind: "unreachable", code: "Z_BUF_ERROR" } });
  });

  test.each([
    ["a server that says nothing", silent],
    ["a server that drips", dripping(20)],
  ])("comes at the deadline from %s", async (_name, listener) => {
    const server = await startServer(listener);
    const startedAt = performance.now();
    expect(await client()(server.url, { deadline: 300 })).toEqual({
      ok: false,
      error: { kind: "timeout", afterMs: 300 },
    });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test("comes at once where the announced length is too much", async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { "content-length": String(65 * kilobyte) });
      response.flushHeaders();
    });
    expect(await client()(server.url)).toEqual({ ok: false, error: { kind: "too-large", limitBytes: 64 * kilobyte } });
  });

  test("comes where more arrives than was announced as nothing", async () => {
    const server = await startServer((_request, response) => {
      const pour = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(16 * kilobyte), () => setImmediate(pour));
      };
      pour();
    });
    expect(await client()(server.url)).toEqual({ ok: false, error: { kind: "too-large", limitBytes: 64 * kilobyte } });
  });

  test("stops a compressed bomb at the limit", async () => {
    const server = await startServer(bombing());
    const ask = client();
    const before = process.memoryUsage().arrayBuffers;
    expect(await ask(server.url, { maxBytes: 1024 * kilobyte })).toEqual({
      ok: false,
      error: { kind: "too-large", limitBytes: 1024 * kilobyte },
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * kilobyte);
  });

  test("of trust is told from one of the network", async () => {
    const server = await startUntrusted(sending(200, "[]"));
    expect(await client()(server.url)).toEqual({
      ok: false,
      error: { kind: "tls", code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" },
    });
    expect(server.requests).toEqual([]);
  });

  test("of a handshake with something that speaks no TLS is a refusal", async () => {
    const server = await startServer(sending(200, "[]"));
    const error = { kind: "tls-refused", code: "EPROTO" };
    expect(await client()(server.url.replace("http:", "https:"))).toEqual({ ok: false, error });
  });
});

describe("a certificate authority of one's own", () => {
  test("is trusted beside the system's, for the requests that name it", async () => {
    const authority = testAuthority();
    const server = await startServer(sending(200, "[]"), authority.issue());
    const ask = client();
    expect(await ask(server.url, { tls: { ca: authority.certificate } })).toMatchObject({
      ok: true,
      value: { status: 200 },
    });
    expect(await ask(server.url)).toMatchObject({ ok: false, error: { kind: "tls" } });
  });

  test("may be one of several in a file", async () => {
    const [one, other] = [testAuthority("One"), testAuthority("Other")];
    const server = await startServer(sending(200, "[]"), other.issue());
    const answer = await client()(server.url, { tls: { ca: `# ours\n${one.certificate}\n${other.certificate}` } });
    expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
  });

  test.each(["-----BEGIN CERTIFICATE-----\nbm9uc2Vuc2U=\n-----END CERTIFICATE-----\n", "nonsense", ""])(
    "that cannot be read is a failure of TLS: %j",
    async (ca) => {
      const server = await startUntrusted(sending(200, "[]"));
      expect(await client()(server.url, { tls: { ca } })).toMatchObject({ ok: false, error: { kind: "tls" } });
    },
  );
});

describe("a redirect that may be followed once", () => {
  const asking = {
    redirect: "one-hop",
    credential: [{ name: "authorization", prefix: "Bearer ", secret: "s3cret" }],
    headers: { accept: "text/markdown", "x-scope-orgid": "team" },
  } as const;

  test("leads to another server, which hears nothing of who asks", async () => {
    const other = await startServer(sending(200, "text"));
    const server = await startServer(redirecting(`${other.url}/file?signature=1`));
    const answer = await client()(server.url, asking);
    expect(answer.ok && textOf(answer.value.body)).toBe("text");
    expect(server.requests[0]?.headers).toMatchObject({ authorization: "Bearer s3cret", "x-scope-orgid": "team" });
    const [seen] = other.requests;
    expect(seen?.path).toBe("/file?signature=1");
    expect(seen?.headers).toMatchObject({ accept: "text/markdown" });
    expect(Object.keys(seen?.headers ?? {})).not.toEqual(expect.arrayContaining(["authorization"]));
    expect(JSON.stringify(seen?.headers)).not.toMatch(/s3cret|team/);
  });

  test("is not followed a second time", async () => {
    const server = await startServer((request, response) => {
      response.writeHead(302, { location: `${request.url ?? ""}x` }).end();
    });
    expect(await client()(`${server.url}/a`, asking)).toMatchObject({ ok: true, value: { status: 302 } });
    expect(server.requests.map(({ path }) => path)).toEqual(["/a", "/ax"]);
  });

  test("is not followed from https to http, nor to what is no address, nor for what changes something", async () => {
    const authority = testAuthority();
    const plain = await startServer(sending(200, "text"));
    const secure = await startServer(redirecting(plain.url), authority.issue());
    const nowhere = await startServer(redirecting("https://user:pw@127.0.0.1/"));
    const tls = { ca: authority.certificate };
    const ask = client();
    expect(await ask(secure.url, { ...asking, tls })).toMatchObject({ ok: true, value: { status: 302 } });
    expect(await ask(nowhere.url, asking)).toMatchObject({ ok: true, value: { status: 302 } });
    const moved = await startServer(redirecting(plain.url));
    expect(await ask(moved.url, { ...asking, method: "POST" })).toMatchObject({ ok: true, value: { status: 302 } });
    expect(plain.requests).toEqual([]);
  });
});
