import type { OpenFailure } from "../node/store/store-file.ts";

/** Why a store cannot be read, after its name. */
export function storeFailureText(failure: OpenFailure): string {
  switch (failure.kind) {
    case "unsupported-node":
      return `cannot be read with Node ${failure.found}; Node ${failure.needed} or newer is needed`;
    case "newer-version":
      return "was written by a newer Baton";
    case "corrupt":
      return `is no database, or a damaged one (${failure.code})`;
    case "busy":
      return "is in use; try again";
    default:
      return failure.code === "ENOENT" ? "there is no such file in the folder" : `cannot be read: ${failure.code}`;
  }
}
