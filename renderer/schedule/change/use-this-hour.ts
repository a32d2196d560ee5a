import { hour } from "../../../shared/time/duration.ts";
import { instant, type Instant } from "../../../shared/time/instant.ts";
import { useNow } from "../../components/use-now.ts";

/** The hour that runs now: what is changed of a shift under way begins with it. */
export const useThisHour = (): Instant => instant(useNow((now) => Math.floor(now / hour) * hour));
