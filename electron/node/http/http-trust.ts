import { createPrivateKey, X509Certificate } from "node:crypto";
import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";
import type { HttpTls } from "../../core/ports.ts";
import { codeOf, HttpError } from "./http-error.ts";

/**
 * Whom TLS connections believe: the authorities that ship with Node, the system's, and `ca`; and who they are. The system's store takes
 * tens of milliseconds to read, so it is read when first needed.
 */
export function createTrust(): (tls: HttpTls) => SecureContext {
  let known: readonly string[] | undefined;
  return ({ ca, certificate }) => {
    known ??= [...new Set([...getCACertificates("default"), ...getCACertificates("system")])];
    const own = certificate && usable(certificate);
    return createSecureContext({ ca: [...known, ...(ca === undefined ? [] : authoritiesIn(ca))], ...own });
  };
}

/** Throws for what is no certificate, where a context would leave it out without a word. */
const authoritiesIn = (pem: string): readonly string[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [pem]).map((one) =>
    new X509Certificate(one).toString(),
  );

/** A context would take a key of another certificate, and the server would refuse it with less to say. */
function usable({ cert, key }: Certificate): Certificate {
  const own = { cert, key: onLines(key) };
  const code = faultOf(own);
  if (code !== undefined) throw new HttpError({ kind: "client-certificate", code });
  return own;
}

type Certificate = NonNullable<HttpTls["certificate"]>;

/** A key that went through a field or a variable of one line has lost its line ends, which PEM cannot do without (RFC 7468, 3). */
const onLines = (pem: string): string =>
  pem.replace(
    /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g,
    (_whole, label: string, body: string) =>
      `-----BEGIN ${label}-----\n${body.replace(/\s/g, "").replace(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`,
  );

function faultOf({ cert, key }: Certificate): string | undefined {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)) ? undefined : "KEY_MISMATCH";
  } catch (thrown) {
    // OpenSSL's word on what cannot be read.
    return codeOf(thrown);
  }
}
