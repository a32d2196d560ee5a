import { parentPort, workerData } from "node:worker_threads";
import { contentOf, type ContentQuestion } from "../../../shared/calendar/map-calendar.ts";
import type { Feed } from "../../core/calendar.ts";
import { decodeFeed } from "./decode-feed.ts";

/** What the main thread hands over. */
export type ExpansionOrder = { readonly feed: Feed; readonly question: ContentQuestion };

/* One order, one answer, and the thread ends. A feed that this cannot cope with takes the thread with it and nothing else. */
const { feed, question } = workerData as ExpansionOrder;
parentPort?.postMessage(contentOf(decodeFeed(feed), question));
