import { describe, expect, it } from "vitest";
import { proxyOfRules, systemProxy } from "../../electron/desktop/system-proxy.ts";

/** Settings that answer every address alike, and keep what they were asked. */
function settings(answer: () => Promise<string>) {
  const asked: string[] = [];
  return {
    asked,
    session: {
      resolveProxy(url: string) {
        asked.push(url);
        return answer();
      },
    },
  };
}

describe("the proxy of the desktop", () => {
  it("is the system's, which is not told more of an address than where it leads", async () => {
    const { session, asked } = settings(() => Promise.resolve("PROXY proxy.example:3128; DIRECT"));
    const proxyFor = systemProxy(session, {});
    expect((await proxyFor(new URL("https://hooks.example/services/T/B/s3cret?k=1")))?.url.href).toBe(
      "http://proxy.example:3128/",
    );
    expect(asked).toEqual(["https://hooks.example"]);
  });

  it("is the environment's where that names one, with what it leaves out", async () => {
    const { session, asked } = settings(() => Promise.resolve("PROXY system.example:1"));
    const proxyFor = systemProxy(session, { HTTPS_PROXY: "http://env.example:2", NO_PROXY: "a.example" });
    expect((await proxyFor(new URL("https://b.example")))?.url.host).toBe("env.example:2");
    expect(await proxyFor(new URL("https://a.example"))).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it("is none for this machine, nor where the settings cannot be had", async () => {
    const { session, asked } = settings(() => Promise.reject(new Error("no network service")));
    const proxyFor = systemProxy(session, {});
    expect(await proxyFor(new URL("http://127.0.0.1:9093"))).toBeUndefined();
    expect(asked).toEqual([]);
    expect(await proxyFor(new URL("https://a.example"))).toBeUndefined();
  });

  it.each([
    ["DIRECT", undefined],
    ["", undefined],
    ["nonsense", undefined],
    ["PROXY", undefined],
    ["PROXY a.example:3128", "http://a.example:3128"],
    ["HTTPS a.example:443;DIRECT", "https://a.example"],
    ["SOCKS5 a.example:1080; DIRECT", "socks5://a.example:1080"],
    ["PROXY [::1]:3128", "http://[::1]:3128"],
  ])("is the first of a list: %j is %s", (list, url) => {
    expect(proxyOfRules(list)?.url.href.replace(/\/$/, "")).toBe(url);
  });
});
