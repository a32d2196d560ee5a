import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinedPath, linkOf } from "../../../renderer/markdown/link.ts";

describe("where a link leads", () => {
  test.each([
    ["https://example.com/a?b#c", { kind: "outside", url: "https://example.com/a?b#c", host: "example.com" }],
    ["HTTP://EXAMPLE.com", { kind: "outside", url: "http://example.com/", host: "example.com" }],
    ["https://gооgle.com/", { kind: "outside", url: "https://xn--ggle-55da.com/", host: "xn--ggle-55da.com" }],
    ["#recovery%20plan", { kind: "place", anchor: "recovery plan" }],
    ["growth.md#sla", { kind: "file", path: "growth.md", anchor: "sla" }],
    ["../shared/disk%20full.md", { kind: "file", path: "../shared/disk full.md" }],
  ])("%s", (href, link) => {
    expect(linkOf(href)).toEqual(link);
  });

  test.each([
    undefined,
    "",
    "#",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "blob:https://example.com/1",
    "file:///etc/passwd",
    "mailto:a@example.com",
    "https://google.com@evil.example/",
    "https://user:pass@evil.example/",
    "//evil.example/x",
    "/etc/passwd",
    "\\\\server\\share",
    "C:\\x",
    `https://example.com/${"a".repeat(5_000)}`,
  ])("%j leads nowhere", (href) => {
    expect(linkOf(href)).toEqual({ kind: "nowhere" });
  });

  test("whatever is written, what leads outside is of the web and names its host", () => {
    const schemes = fc.constantFrom("http:", "https:", "javascript:", "data:", "java\tscript:", "\u0000https:", "");
    fc.assert(
      fc.property(schemes, fc.string({ unit: "binary", maxLength: 30 }), (scheme, rest) => {
        const link = linkOf(scheme + rest);
        if (link.kind === "outside") expect(link.url).toMatch(/^https?:\/\/[^@/?#]+/);
        if (link.kind === "file") expect(link.path).not.toMatch(/^[/\\]|[\\:]/);
      }),
      { numRuns: 200 },
    );
  });
});

test("a path beside a file never leaves the folder of all files", () => {
  expect(joinedPath("runbooks/profit/agg.md", "../img/./flow.png")).toBe("runbooks/img/flow.png");
  expect(joinedPath("agg.md", "../team.yaml")).toBeUndefined();
});
