export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the session bus may listen, best first, as paths that `node:net` connects to: a file's, or NUL and a name for a socket
 * in Linux's abstract namespace. Without DBUS_SESSION_BUS_ADDRESS, the place where systemd puts it. Transports other than
 * Unix sockets are left out. Source: D-Bus Specification, "Server Addresses".
 */
export function sessionSockets(env: Environment): readonly string[] {
  const address = env["DBUS_SESSION_BUS_ADDRESS"];
  if (address !== undefined && address !== "") return address.split(";").flatMap(socketOf);
  const runtime = env["XDG_RUNTIME_DIR"];
  return runtime === undefined || runtime === "" ? [] : [`${runtime}/bus`];
}

function socketOf(address: string): readonly string[] {
  const [, parameters] = /^unix:(.*)$/.exec(address) ?? [];
  if (parameters === undefined) return [];
  const values = new Map(parameters.split(",").map(keyAndValue));
  const path = values.get("path");
  const abstract = values.get("abstract");
  if (path !== undefined) return [path];
  return abstract === undefined ? [] : [`\0${abstract}`];
}

function keyAndValue(parameter: string): readonly [string, string] {
  const at = parameter.indexOf("=");
  return [parameter.slice(0, at), unescapeBytes(parameter.slice(at + 1))];
}

/** `%20` stands for one byte, not for one character. */
function unescapeBytes(text: string): string {
  if (!text.includes("%")) return text;
  const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
