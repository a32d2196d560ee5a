/** A source of team.yaml as a test needs it; anything else of it stands in `more`, such as `auth: { bearer: secret:am }`. */
export type WatchedAlertmanager = {
  readonly id?: string;
  readonly urls: readonly string[];
  /** One second unless told: stale after three, blind after twelve. */
  readonly poll?: string;
  readonly more?: string;
};

const sourceLine = ({ id = "prod", urls, poll = "1s", more }: WatchedAlertmanager): string => {
  const extra = more === undefined ? "" : `, ${more}`;
  return `  - { id: ${id}, kind: alertmanager, urls: ${JSON.stringify(urls)}, poll: ${poll}${extra} }`;
};

/** The text of a team.yaml whose Alice is primary and whose Bob is backup at all times, over these sources. */
export const onCallTeam = (...sources: readonly WatchedAlertmanager[]): string => `baton: 1
team: { id: data-eng, name: Data Engineering, timezone: Europe/Copenhagen }
people:
  - { id: alice, name: Alice }
  - { id: bob, name: Bob }
schedules:
  - id: always
    timezone: Europe/Copenhagen
    rotations:
      - { role: primary, participants: [alice], shift: { every: 1, unit: week }, start: 2024-01-01 }
      - { role: backup, participants: [bob], shift: { every: 1, unit: week }, start: 2024-01-01 }
${sources.length === 0 ? "" : "sources:"}
${sources.map(sourceLine).join("\n")}
`;
