/** A way to reach somebody, and the address that the system opens for it. */
export type Way = { readonly kind: "mail" | "chat" | "phone"; readonly url: string };

export type Reachable = {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** A member's id in Slack. */
  readonly slack?: string | undefined;
};

export type Letter = { readonly subject: string; readonly body: string };

/** Longer ones are cut off by some systems on their way to the mail program. Characters. */
const longestAddress = 1_900;

/** The ways to reach somebody, quickest first. */
export function waysTo({ email, phone, slack }: Reachable, letter?: Letter): readonly Way[] {
  const ways: Way[] = [];
  if (slack !== undefined && /^[A-Z0-9]{3,20}$/i.test(slack)) {
    ways.push({ kind: "chat", url: `https://slack.com/app_redirect?channel=${slack}` });
  }
  const digits = phone?.replace(/[\s().-]/g, "") ?? "";
  if (/^\+?\d{3,20}$/.test(digits)) ways.push({ kind: "phone", url: `tel:${digits}` });
  const mail = email === undefined ? undefined : mailTo([email], letter);
  if (mail !== undefined) ways.push({ kind: "mail", url: mail });
  return ways;
}

const mailbox = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+$/;

/** A letter to several people; undefined where none of them has a plain address. */
export function mailTo(emails: readonly string[], letter?: Letter): string | undefined {
  const known = emails.filter((email) => mailbox.test(email)).map((email) => email.replaceAll("%", "%25"));
  if (known.length === 0) return undefined;
  const to = `mailto:${known.join(",")}`;
  if (letter === undefined) return to;
  const head = `${to}?subject=${encoded(letter.subject.slice(0, 200))}&body=`;
  return head + fitting(letter.body, longestAddress - head.length);
}

/** As much of a text, written out, as there is room for. */
function fitting(text: string, room: number): string {
  let written = "";
  for (const sign of text.replaceAll("\r", "")) {
    const next = encoded(sign);
    if (written.length + next.length > room) break;
    written += next;
  }
  return written;
}

/** Half of a character, of which there is no encoding. */
const loneHalf = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Lines end as mail has them, and every sign that an address gives a meaning is written out. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(loneHalf, "").replaceAll("\n", "\r\n")).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
