import type { ReactNode } from "react";
import { listWords } from "./list-words.ts";

/** An incident that is no longer kept. */
export const Gone = (): ReactNode => <p className="empty soft">{listWords.gone}</p>;
