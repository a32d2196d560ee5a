import type { TeamEdits, TeamFiles, TeamReading } from "../../electron/core/app-types.ts";
import { err, ok } from "../../shared/result.ts";
import { changed, declared, peopleOf, type Change } from "../../shared/schedule/change.ts";
import type { ScheduleId, Team } from "../../shared/team/team.ts";

/** A team file without a disk: what it says is told at once, and changes to its schedules are put in and taken out. */
export type MemoryTeamFile = {
  readonly files: TeamFiles;
  readonly edits: TeamEdits;
  reading(): TeamReading;
  /** The file says something else. */
  become(reading: TeamReading): void;
};

type Loaded = Extract<TeamReading, { kind: "loaded" }>;
type Wanted = { readonly schedule: ScheduleId; readonly change: Change };

export function memoryTeamFile(first: TeamReading): MemoryTeamFile {
  const drafted = new Map<string, { readonly before: Loaded; readonly after: Loaded }>();
  let reading = first;
  let tell: (reading: TeamReading) => void = () => undefined;
  const become = (next: TeamReading): void => {
    reading = next;
    tell(next);
  };
  return {
    reading: () => reading,
    become,
    files: {
      samplePath: "/sample/team.yaml",
      readText: () => err({ kind: "unreadable", code: "ENOENT" }),
      readBytes: () => Promise.resolve(err({ kind: "unreadable", code: "ENOENT" })),
      watch(path, listener) {
        const there = path === first.path || path === "/sample/team.yaml";
        if (!there) {
          listener({ kind: "refused", path, problems: [`${path}: cannot be read: there is no such file`] });
          return () => undefined;
        }
        tell = listener;
        listener(reading);
        return () => undefined;
      },
    },
    edits: {
      draft(path, wanted) {
        if (reading.kind !== "loaded") return Promise.resolve(err({ kind: "unreadable", code: "ENOENT" }));
        const line = lineOf(wanted.change);
        const after = { ...reading, team: withChange(reading.team, wanted), digest: `${reading.digest}+` };
        drafted.set(after.digest, { before: reading, after });
        return Promise.resolve(
          ok({
            name: path.split("/").at(-1) ?? path,
            edit: { path, before: reading.digest, after: after.digest, insertions: [{ at: 0, text: `${line}\n` }] },
            hunks: [{ oldStart: 40, newStart: 40, lines: [{ kind: "added", text: line }] }],
            patch: `+${line}\n`,
            place: "file",
          }),
        );
      },
      write({ before, after }, step) {
        const known = drafted.get(after);
        const [from, to] = step === "apply" ? [before, known?.after] : [after, known?.before];
        if (to === undefined || reading.kind !== "loaded" || reading.digest !== from) return err({ kind: "changed" });
        become(to);
        return ok(undefined);
      },
    },
  };
}

const withChange = (team: Team, { schedule, change }: Wanted): Team => ({
  ...team,
  schedules: team.schedules.map((one) => (one.id === schedule ? changed(one, change) : one)),
});

function lineOf(change: Change): string {
  const { role, from, to } = declared(change);
  return `      - { role: ${role}, people: [${peopleOf(change).join(", ")}], from: ${from}, to: ${to} }`;
}
