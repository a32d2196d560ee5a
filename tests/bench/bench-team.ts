type Service = { readonly id: string; readonly schedule: string; readonly match: string };

/** Of the pipelines that fire, agg_profit_0, agg_profit_1 and so on, one in ten is the team's and nine are the platform's. */
const services: readonly Service[] = [
  { id: "profit", schedule: "weekly", match: "agg_profit_*0" },
  { id: "platform", schedule: "platform", match: "agg_profit_*" },
  ...Array.from({ length: 20 }, (_, at) => ({ id: `quiet-${at}`, schedule: "weekly", match: `quiet_${at}_*` })),
];

const serviceText = ({ id, schedule, match }: Service): string =>
  `  - { id: ${id}, name: ${id}, schedule: ${schedule}, sla: standard, escalation: standard, match: { pipeline: ["${match}"] } }`;

/** A team whose primary is Alice, whenever it is asked, beside a platform team that uses the same Alertmanager. */
export const benchTeam = (alertmanager: { readonly url: string; readonly poll: string }): string => `baton: 1
team: { id: bench, name: Bench, timezone: UTC }
people:
  - { id: alice, name: Alice }
  - { id: bob, name: Bob }
  - { id: charlie, name: Charlie }
  - { id: dana, name: Dana }
  - { id: erin, name: Erin }
  - { id: frank, name: Frank }
services:
${services.map(serviceText).join("\n")}
schedules:
  - id: weekly
    timezone: UTC
    rotations:
      - { role: primary, participants: [alice], shift: { every: 1, unit: week }, start: 2026-01-05 }
      - { role: secondary, participants: [bob, charlie, dana], shift: { every: 1, unit: week }, start: 2026-01-05 }
  - id: platform
    timezone: UTC
    rotations:
      - { role: primary, participants: [erin, frank], shift: { every: 1, unit: week }, start: 2026-01-05 }
      - { role: secondary, follow: primary, offset: 1 }
slas:
  - id: standard
    critical: { respond: 1h, resolve: 4h }
    major: { respond: 2h, resolve: 8h }
    minor: { respond: 4h, resolve: 24h }
escalations:
  - id: standard
    steps:
      - { after: 0m, notify: [primary], via: [desktop] }
      - { after: 15m, notify: [secondary], via: [desktop] }
    repeat: 2
sources:
  - { id: prod, kind: alertmanager, url: "${alertmanager.url}", poll: ${alertmanager.poll}, severity: { page: critical, warn: minor } }
`;
