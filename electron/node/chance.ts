import { randomBytes, randomInt } from "node:crypto";
import type { Chance } from "../core/ports.ts";

/** `randomInt` takes ranges below 2^48. */
const sides = 2 ** 47;

/** The system's cryptographic randomness; tokens are base64url without padding. */
export const systemChance: Chance = {
  roll: () => randomInt(sides) / sides,
  token: (bytes) => randomBytes(bytes).toString("base64url"),
};
