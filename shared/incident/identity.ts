import type { Instant } from "../time/instant.ts";
import type { SourceId } from "../team/team.ts";
import type { IncidentId } from "./incident.ts";

/** The id of the incident that `key` of `source` began at `startedAt`: one per key and start, the same everywhere. */
export function incidentId(source: SourceId, key: string, startedAt: Instant): IncidentId {
  const text = `${source}\n${key}\n${String(startedAt)}`;
  return digest(text, 0) + digest(text, 0x9e3779b9);
}

/** 53 bits of cyrb53 (public domain, by bryc) in base 36; good distribution, not for secrets. */
function digest(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36).padStart(11, "0");
}
