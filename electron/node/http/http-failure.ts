import type { HttpFailure } from "../../../shared/providers/failure.ts";
import { codeOf, HttpError } from "./http-error.ts";

/** OpenSSL's names for a certificate that does not verify (nodejs.org/api/tls.html#x509-certificate-error-codes). */
const certificateCodes = new Set([
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_CRL",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_DECRYPT_CRL_SIGNATURE",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_SIGNATURE_FAILURE",
  "CRL_SIGNATURE_FAILURE",
  "CERT_NOT_YET_VALID",
  "CERT_HAS_EXPIRED",
  "CRL_NOT_YET_VALID",
  "CRL_HAS_EXPIRED",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "CERT_CHAIN_TOO_LONG",
  "CERT_REVOKED",
  "INVALID_CA",
  "PATH_LENGTH_EXCEEDED",
  "INVALID_PURPOSE",
  "CERT_UNTRUSTED",
  "CERT_REJECTED",
  "HOSTNAME_MISMATCH",
]);

/** What an error of a socket, a handshake, the HTTP parser or a decompressor means, by its code. */
export function failureOf(thrown: unknown): HttpFailure {
  if (thrown instanceof HttpError) return thrown.failure;
  const code = codeOf(thrown);
  if (code === "HPE_INVALID_CONSTANT" && isHttp2(rawPacketOf(thrown))) return { kind: "http2-only" };
  if (certificateCodes.has(code) || /^ERR_(TLS_CERT|OSSL)_/.test(code)) return { kind: "tls", code };
  if (code === "EPROTO" || /^ERR_(TLS|SSL)_/.test(code)) return refusalOf(code, thrown);
  return { kind: "unreachable", code };
}

/** A handshake that the other side ended, or that was none. It may have said why in an alert (RFC 8446, 6.2). */
function refusalOf(code: string, thrown: unknown): HttpFailure {
  const alert = code === "EPROTO" ? alertOf(thrown) : undefined;
  if (alert === noApplicationProtocol || code.endsWith("_ALERT_NO_APPLICATION_PROTOCOL")) return { kind: "http2-only" };
  return { kind: "tls-refused", code: alert === undefined ? code : `TLS_ALERT_${String(alert)}` };
}

/** RFC 7301, 3.2: we offer HTTP/1.1 and nothing else. */
const noApplicationProtocol = 120;

/**
 * Where a handshake ends while something is written, Node has OpenSSL's own number in the message alone: eight hexadecimal digits, of
 * which the last six are the reason, and from 1000 on an alert's number (openssl/sslerr.h).
 */
function alertOf(thrown: unknown): number | undefined {
  const found = thrown instanceof Error ? /\berror:([0-9A-F]{8}):/.exec(thrown.message) : null;
  const reason = Number.parseInt(found?.[1] ?? "0", 16) & 0x7fffff;
  return reason >= 1_000 && reason < 1_256 ? reason - 1_000 : undefined;
}

const rawPacketOf = (thrown: unknown): unknown =>
  typeof thrown === "object" && thrown !== null && "rawPacket" in thrown ? thrown.rawPacket : undefined;

/** The first frame of a connection in HTTP/2: its settings, or its end, of stream 0 (RFC 9113, 4.1, 6.5 and 6.8). */
function isHttp2(packet: unknown): boolean {
  if (!Buffer.isBuffer(packet) || packet.length < 9) return false;
  return (packet[3] === 4 || packet[3] === 7) && packet.readUInt32BE(5) === 0;
}
