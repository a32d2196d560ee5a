import { err, ok } from "../../../shared/result.ts";
import { second } from "../../../shared/time/duration.ts";
import type { DocumentConnection, DocumentResult } from "../../core/document.ts";
import type { HttpResponse } from "../../core/ports.ts";
import type { DocumentProvider, DocumentTools } from "../../core/provider.ts";
import { askedOnce } from "../reach/one-at-a-time.ts";
import { failureOfStatus } from "../reach/status.ts";

/** Milliseconds to the last byte. */
const deadline = 10 * second;

/** A text behind an address that anybody may ask, such as a runbook; asked for again with its ETag. */
export const httpDocument: DocumentProvider = { connect };

function connect(url: string, { http, clock, maxBytes }: DocumentTools): DocumentConnection {
  let etag: string | undefined;
  const read = async (): Promise<DocumentResult> => {
    const headers = {
      accept: "text/markdown, text/plain;q=0.9, */*;q=0.1",
      ...(etag !== undefined && { "if-none-match": etag }),
    };
    const answer = await http.request({ method: "GET", url, headers, deadline, maxBytes });
    if (!answer.ok) return answer;
    if (answer.value.status === 304 && etag !== undefined) return ok("unchanged");
    const failure = failureOfStatus(answer.value, clock.now());
    if (failure) return err(failure);
    const text = answer.value.status === 200 ? textOf(answer.value) : undefined;
    if (text === undefined) return err({ kind: "not-text" });
    etag = answer.value.headers["etag"];
    return ok({ text });
  };
  return { read: askedOnce(read) };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A page for people is no document, whatever its address ends with: a login page is one, too. */
function textOf({ headers, body }: HttpResponse): string | undefined {
  const type = headers["content-type"] ?? "text/plain";
  const text = decode(body);
  const isPage = /\bhtml\b/i.test(type) || (text !== undefined && /^\s*<(!doctype|html)\b/i.test(text));
  return isPage ? undefined : text;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    // Its only failure: the bytes are in another encoding.
    return undefined;
  }
}
