import type { HttpFailure } from "../../core/ports.ts";

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

/** EPROTO is a handshake with something that does not speak TLS; ERR_OSSL_ comes of an authority that cannot be read as well. */
const isTls = (code: string): boolean =>
  code === "EPROTO" || /^ERR_(TLS|SSL|OSSL)_/.test(code) || certificateCodes.has(code);

/** Node's error code, such as `ECONNREFUSED`; `UNKNOWN` where the thrown thing has none. */
export const codeOf = (thrown: unknown): string =>
  typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string"
    ? thrown.code
    : "UNKNOWN";

/** What an error of a socket, a handshake, the HTTP parser or a decompressor means, by its code. */
export function failureOf(thrown: unknown): HttpFailure {
  const code = codeOf(thrown);
  return isTls(code) ? { kind: "tls", code } : { kind: "unreachable", code };
}
