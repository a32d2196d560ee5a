export const firstRunWords = {
  title: "Send yourself a page",
  body: "A sample team is running, so that you can see Baton work, and you are on call for it.",
  button: "Send a test incident",
  or: "Or from a terminal, as your own programs would:",
  ways: "When you are ready for your own",
  waysToOne: "Three ways to one",
  open: "Open a team file",
  openBody: "A team.yaml, kept in git beside your runbooks.",
  openPath: "Path of the team file",
  openButton: "Open",
  choose: "Choose a file…",
  write: "Write one",
  writeBody: "Five lines are enough to be paged. Save this as team.yaml, then open it:",
  connect: "Connect a source",
  connectBody: "Add your Alertmanager to the team file:",
  noTeamTitle: "No team file",
  noTeamBody: "Baton does not know who is on call until it reads one.",
  whoTitle: "Who are you?",
  whoBody: "Baton needs to know whose incidents are yours.",
} as const;

/** The shortest team file that pages somebody. */
export const shortestTeam = `baton: 1
team: { id: my-team, name: My Team, timezone: Europe/Copenhagen }
people: [{ id: me, name: Me }]
sources: [{ id: inbox, kind: inbox }]
`;

export const alertmanagerSource = `sources:
  - id: prod
    kind: alertmanager
    url: https://alerts.example.com
    severity: { page: critical, warn: major }
`;

const incident = '{"key":"hello","title":"Hello from my terminal","severity":"critical","state":"triggered"}';

/** The one command that sends an incident. The token stays in its file: the shell reads it. */
export function inboxCommand(
  place: { readonly url: string; readonly tokenFile: string },
  platform: "windows" | "unix",
): string {
  if (platform === "windows") {
    return `curl.exe -H "Authorization: Bearer $(Get-Content '${place.tokenFile}')" -H "Content-Type: application/json" -d '${incident.replaceAll('"', '\\"')}' ${place.url}`;
  }
  return `curl -H "Authorization: Bearer $(cat '${place.tokenFile}')" -H "Content-Type: application/json" -d '${incident}' ${place.url}`;
}
