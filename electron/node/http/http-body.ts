import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { HttpFailure } from "../../../shared/providers/failure.ts";
import type { HttpRequest } from "../../core/ports.ts";
import { failureOf } from "./http-failure.ts";

/** Offered to servers; what comes in any other coding is handed on as it is, and no parser will take it. */
export const acceptedEncodings = "gzip, deflate, br";

function inflaterFor(encoding: string | undefined): Transform | undefined {
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "deflate") return createInflate();
  if (encoding === "br") return createBrotliDecompress();
  return undefined;
}

/** Puts a body together. While it repeats the known one, nothing of it is kept. */
function collect(known: Uint8Array): { take(chunk: Buffer): void; whole(): Uint8Array } {
  const chunks: Uint8Array[] = [];
  let repeated = 0;
  const repeats = (chunk: Buffer): boolean =>
    repeated + chunk.length <= known.length && chunk.compare(known, repeated, repeated + chunk.length) === 0;
  return {
    take(chunk) {
      if (chunks.length === 0 && repeats(chunk)) {
        repeated += chunk.length;
        giveBack(chunk);
      } else chunks.push(...(chunks.length === 0 ? [known.subarray(0, repeated)] : []), chunk);
    },
    whole() {
      if (chunks.length > 0) return Buffer.concat(chunks);
      return repeated === known.length ? known : Buffer.from(known.subarray(0, repeated));
    },
  };
}

/** Frees the memory of a chunk at once. Left to the collector, megabytes of them at each poll make it look through everything. */
function giveBack({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

const nothing = new Uint8Array();

/**
 * Reads a body to its end, decompressed. It is cut off, and nothing more of it is inflated, as soon as `maxBytes` are
 * exceeded before or after decompression.
 */
export function readBody(
  response: IncomingMessage,
  { maxBytes, known = nothing }: Pick<HttpRequest, "maxBytes" | "known">,
): Promise<Result<Uint8Array, HttpFailure>> {
  return new Promise((resolve) => {
    const inflater = inflaterFor(response.headers["content-encoding"]?.trim().toLowerCase());
    const body = collect(known);
    let received = 0;
    let inflated = 0;

    const fail = (failure: HttpFailure): void => {
      resolve(err(failure));
      response.destroy();
      inflater?.destroy();
    };
    const tooLarge = (): void => fail({ kind: "too-large", limitBytes: maxBytes });
    const keep = (chunk: Buffer): void => {
      inflated += chunk.length;
      if (inflated > maxBytes) tooLarge();
      else body.take(chunk);
    };
    const finish = (): void => resolve(ok(body.whole()));

    if (Number(response.headers["content-length"] ?? 0) > maxBytes) return tooLarge();
    // Covers a body that ends before its announced length as well.
    response.on("error", (thrown) => fail(failureOf(thrown)));
    if (!inflater) {
      response.on("data", keep).on("end", finish);
      return;
    }
    response.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > maxBytes) tooLarge();
    });
    inflater.on("data", keep).on("end", finish);
    inflater.on("error", (thrown) => fail(failureOf(thrown)));
    response.pipe(inflater);
  });
}
