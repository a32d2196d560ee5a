import type { Delivery } from "../../shared/incident/incident-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { length } from "../../shared/time/phrase.ts";
import { actionNoun, refusalWords } from "./incident.ts";
import { capitalised } from "../../shared/text/sentence.ts";

/** What became of the last thing asked of a source: "Sent to Alertmanager · confirmed". */
export function deliveryWords(delivery: Delivery, sourceName: string, now: Instant): string {
  const what = capitalised(actionNoun(delivery.action));
  switch (delivery.kind) {
    case "confirmed":
      return `${what} sent to ${sourceName} · confirmed`;
    case "sent":
      return `${what} accepted by ${sourceName} · not confirmed yet`;
    case "refused":
      return `${sourceName} refused the ${actionNoun(delivery.action)}: ${refusalWords(delivery)}`;
    case "waiting":
      if (delivery.failure === undefined) return `Sending the ${actionNoun(delivery.action)} to ${sourceName}…`;
      return `${what} kept: ${sourceName} ${silenceWords(delivery.failure)}. ${retryWords(delivery.nextAt, now)}`;
  }
}

const retryWords = (nextAt: Instant, now: Instant): string =>
  nextAt - now < 1_000 ? "Trying again now." : `Trying again in ${length(nextAt - now)}.`;

/** The kind of a source's failure as the predicate of its name. */
export function silenceWords(kind: string): string {
  const known: Readonly<Record<string, string>> = {
    timeout: "does not answer",
    unreachable: "cannot be reached",
    tls: "has a certificate that cannot be trusted",
    "tls-refused": "refuses our TLS connection",
    "client-certificate": "cannot be shown our certificate",
    "http2-only": "speaks HTTP/2 only",
    "proxy-unauthorized": "is behind a proxy that wants credentials",
    "proxy-failed": "is behind a proxy that does not let us through",
    unauthorized: "refuses the credentials",
    forbidden: "does not allow it",
    "plan-limit": "has a plan that does not contain it",
    "rate-limited": "asks us to wait",
    status: "answers with an error",
    malformed: "answers with something unreadable",
    "secret-missing": "needs a secret that is not set",
  };
  return known[kind] ?? "does not answer";
}
