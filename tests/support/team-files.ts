/* Texts of team.yaml for whole hosts. */

/** Ada is always on call, Ben is paged after 15 minutes; `url` is polled every second. */
export const adaAndBen = (urls: readonly string[]): string => `baton: 1
team: { id: data, name: Data Engineering, timezone: UTC }
people:
  - { id: ada, name: Ada Lovelace }
  - { id: ben, name: Ben Franklin }
services:
  - id: agg-profit
    name: Aggregate Profit
    area: Profit
    investorImpact: true
    owners: { primary: ada, secondary: ben, reason: knows the ledger }
    schedule: weekly
    sla: standard
    escalation: standard
    runbook: runbooks/agg-profit.md
    match: { pipeline: [agg_profit, "agg-profit-*"] }
  - { id: daily-growth, name: Daily Growth, schedule: weekly, sla: standard, match: { pipeline: daily_growth } }
schedules:
  - id: weekly
    name: Weekly rotation
    rotations:
      - { role: primary, participants: [ada], shift: { every: 1, unit: week }, start: 2026-01-05, handoffAt: "09:00" }
      - { role: secondary, participants: [ben], shift: { every: 1, unit: week }, start: 2026-01-05, handoffAt: "09:00" }
slas:
  - id: standard
    critical: { respond: 1h, resolve: 4h }
    major: { respond: 2h, resolve: 8h }
    minor: { respond: 4h, resolve: 24h }
escalations:
  - id: standard
    steps:
      - { after: 0m, notify: [primary] }
      - { after: 15m, notify: [secondary] }
sources:
  - { id: prod, kind: alertmanager, name: Production, urls: ${JSON.stringify(urls)}, poll: 1s, severity: { page: critical } }
`;
