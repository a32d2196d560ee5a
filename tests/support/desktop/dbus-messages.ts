/*
 * Reads what `dbus-monitor --binary` writes: D-Bus messages, one after the other, as they were on the wire. Its text output
 * does not escape, so that a hostile notification could forge one there. Source: D-Bus Specification, "Message Protocol".
 */

export type DbusMessage = {
  readonly type: "call" | "return" | "error" | "signal";
  readonly serial: number;
  readonly replySerial: number | undefined;
  readonly sender: string | undefined;
  readonly destination: string | undefined;
  readonly interface: string | undefined;
  readonly member: string | undefined;
  /** Dictionaries as arrays of pairs, variants as their values. */
  readonly body: readonly unknown[];
};

/** Takes bytes as they come and tells each message once it is complete. */
export function dbusMessages(tell: (message: DbusMessage) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let length = lengthOf(rest); length !== undefined && rest.length >= length; length = lengthOf(rest)) {
      const message = readMessage(rest.subarray(0, length));
      rest = rest.subarray(length);
      tell(message);
    }
  };
}

const fixedHeader = 16;
const little = "l".charCodeAt(0);
const types = ["call", "return", "error", "signal"] as const;

const aligned = (position: number, to: number): number => Math.ceil(position / to) * to;
const number32 = (bytes: Buffer, at: number): number =>
  bytes[0] === little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);

function lengthOf(bytes: Buffer): number | undefined {
  if (bytes.length < fixedHeader) return undefined;
  return aligned(fixedHeader + number32(bytes, 12), 8) + number32(bytes, 4);
}

function readMessage(bytes: Buffer): DbusMessage {
  const reader = new Reader(bytes);
  const [, type, , , , serial, fields] = reader.read("yyyyuua(yv)") as [
    0,
    number,
    0,
    0,
    0,
    number,
    [number, unknown][],
  ];
  const field = new Map(fields);
  reader.align(8);
  const signature = field.get(8);
  const text = (code: number): string | undefined => field.get(code) as string | undefined;
  return {
    type: types[type - 1] ?? "call",
    serial,
    replySerial: field.get(5) as number | undefined,
    sender: text(7),
    destination: text(6),
    interface: text(2),
    member: text(3),
    body: typeof signature === "string" ? reader.read(signature) : [],
  };
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  align(to: number): void {
    this.#at = aligned(this.#at, to);
  }

  /** One value for each complete type of the signature. */
  read(signature: string): unknown[] {
    const values = [];
    for (let rest = signature; rest !== "";) {
      const first = firstType(rest);
      values.push(this.#value(first));
      rest = rest.slice(first.length);
    }
    return values;
  }

  #value(type: string): unknown {
    switch (type[0]) {
      case "y":
        return this.#bytes[this.#at++];
      case "b":
        return this.#number(4) === 1;
      case "u":
        return this.#number(4);
      case "i":
      case "h":
        return this.#number(4) | 0;
      case "n":
      case "q":
        return this.#number(2);
      case "x":
      case "t":
      case "d":
        this.#unread(8);
        return undefined;
      case "s":
      case "o":
        return this.#text(this.#number(4));
      case "g":
        return this.#text(this.#bytes[this.#at++] ?? 0);
      case "v":
        return this.read(this.#text(this.#bytes[this.#at++] ?? 0))[0];
      case "a":
        return this.#array(type.slice(1));
      case "(":
      case "{":
        this.align(8);
        return this.read(type.slice(1, -1));
      default:
        throw new Error(`a D-Bus type that is not known: ${type}`);
    }
  }

  #number(size: 2 | 4): number {
    this.align(size);
    const at = this.#at;
    this.#at += size;
    if (size === 4) return number32(this.#bytes, at);
    return this.#bytes[0] === little ? this.#bytes.readUInt16LE(at) : this.#bytes.readUInt16BE(at);
  }

  /** 64-bit numbers, which nothing here asks for. */
  #unread(size: number): void {
    this.align(size);
    this.#at += size;
  }

  #text(length: number): string {
    const text = this.#bytes.toString("utf8", this.#at, this.#at + length);
    this.#at += length + 1;
    return text;
  }

  #array(element: string): unknown[] {
    const length = this.#number(4);
    this.align("({xtd".includes(element[0] ?? "") ? 8 : 1);
    const end = this.#at + length;
    const values = [];
    while (this.#at < end) values.push(this.#value(element));
    return values;
  }
}

function firstType(signature: string): string {
  if (signature.startsWith("a")) return `a${firstType(signature.slice(1))}`;
  const close = { "(": ")", "{": "}" }[signature[0] ?? ""];
  if (close === undefined) return signature.slice(0, 1);
  for (let at = 0, depth = 0; at < signature.length; at += 1) {
    if ("({".includes(signature[at] ?? "")) depth += 1;
    if (")}".includes(signature[at] ?? "")) depth -= 1;
    if (depth === 0) return signature.slice(0, at + 1);
  }
  throw new Error(`a D-Bus signature that does not end: ${signature}`);
}
