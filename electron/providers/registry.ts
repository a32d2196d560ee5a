import type { Providers } from "../core/provider.ts";
import { alertmanager } from "./alertmanager/alertmanager.ts";
import { httpDocument } from "./http/document.ts";
import { ics } from "./ics/ics.ts";
import { inbox } from "./inbox/inbox.ts";
import { pagerDutySchedules } from "./pagerduty/pagerduty.ts";

/** All that Baton speaks to outside of itself. A kind that the team file knows and that has no adapter here does not compile. */
export const providers: Providers = {
  sources: { alertmanager, inbox },
  calendars: { ics, pagerduty: pagerDutySchedules },
  // None carries anything yet.
  channels: { slack: {}, teams: {}, email: {}, phone: {}, sms: {}, webhook: {} },
  documents: { http: httpDocument },
};
