/** Where a link of a runbook leads. What Baton would not open is `nowhere`, and stays text. */
export type MarkdownLink =
  | { readonly kind: "outside"; readonly url: string; readonly host: string }
  | { readonly kind: "place"; readonly anchor: string }
  | { readonly kind: "file"; readonly path: string; readonly anchor?: string }
  | { readonly kind: "nowhere" };

const longest = 4_096;

/** Reads the address of a link: http and https without credentials, a place in the same text, or a file beside it. */
export function linkOf(href: string | undefined): MarkdownLink {
  if (href === undefined || href === "" || href.length > longest) return { kind: "nowhere" };
  if (href.startsWith("#")) {
    return href === "#" ? { kind: "nowhere" } : { kind: "place", anchor: decoded(href.slice(1)) };
  }
  if (URL.canParse(href)) return outside(new URL(href));
  return beside(href);
}

/** A name before the @ reads like the host and is not. */
const outside = ({ protocol, username, password, href, host }: URL): MarkdownLink =>
  (protocol === "http:" || protocol === "https:") && username === "" && password === "" && href.length <= longest
    ? { kind: "outside", url: href, host }
    : { kind: "nowhere" };

/** A path from the file's own folder; the host decides whether it lies inside the runbooks' folder. */
function beside(href: string): MarkdownLink {
  const [path = "", anchor] = href.split("#", 2).map(decoded);
  if (path === "" || /^[/\\]|[\\:?\0]/.test(path)) return { kind: "nowhere" };
  return { kind: "file", path, ...(anchor !== undefined && anchor !== "" && { anchor }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path relative to the file `from`, as one from the folder of both: "a/b.md" and "../c.png" are "c.png". Undefined where it leaves that folder. */
export function joinedPath(from: string, path: string): string | undefined {
  const steps = from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join("/");
}
