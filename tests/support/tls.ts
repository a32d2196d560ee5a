import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

/*
 * Certificates for tests, made when they are needed and written nowhere: a certificate authority of one's own, and what it
 * signs for 127.0.0.1 and localhost, or another name. X.509 (RFC 5280) in DER, with P-256 keys.
 */

export type TestAuthority = {
  /** What a client has to trust. */
  readonly certificate: string;
  issue(name?: string): { readonly certificate: string; readonly key: string };
};

/** A new authority that nobody trusts yet. */
export function testAuthority(name = "Baton test authority"): TestAuthority {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const certificate = certify({ subject: name, publicKey, extension: basicConstraintsCa }, { name, privateKey });
  return {
    certificate,
    issue(host = "localhost") {
      const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const leaf = { subject: host, publicKey: pair.publicKey, extension: subjectAltName(host) };
      return {
        certificate: certify(leaf, { name, privateKey }),
        key: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      };
    },
  };
}

type Subject = { readonly subject: string; readonly publicKey: KeyObject; readonly extension: Buffer };
type Issuer = { readonly name: string; readonly privateKey: KeyObject };

function certify({ subject, publicKey, extension }: Subject, issuer: Issuer): string {
  const body = sequence(
    tlv(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    distinguishedName(issuer.name),
    sequence(utcTime("200101000000Z"), utcTime("491231235959Z")),
    distinguishedName(subject),
    publicKey.export({ type: "spki", format: "der" }),
    tlv(0xa3, sequence(extension)),
  );
  const signature = sign("sha256", body, issuer.privateKey);
  const der = sequence(body, ecdsaWithSha256, tlv(0x03, Buffer.from([0]), signature));
  return `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
}

function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...bytes]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, ...parts);
const integer = (bytes: Buffer): Buffer => tlv(0x02, bytes);
const utcTime = (text: string): Buffer => tlv(0x17, Buffer.from(text));
const octets = (...parts: readonly Buffer[]): Buffer => tlv(0x04, ...parts);
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, "hex"));

/** 1.2.840.10045.4.3.2 */
const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));

/** One commonName, 2.5.4.3. */
const distinguishedName = (name: string): Buffer =>
  sequence(tlv(0x31, sequence(oid("550403"), tlv(0x0c, Buffer.from(name)))));

/** 2.5.29.19, critical: this is an authority. */
const basicConstraintsCa = sequence(
  oid("551d13"),
  tlv(0x01, Buffer.from([0xff])),
  octets(sequence(tlv(0x01, Buffer.from([0xff])))),
);

/** 2.5.29.17: a name, and the address of this machine. */
const subjectAltName = (host: string): Buffer =>
  sequence(oid("551d11"), octets(sequence(tlv(0x82, Buffer.from(host)), tlv(0x87, Buffer.from([127, 0, 0, 1])))));
