import { paperName, paperText, readPaper, splitPaper } from "../../shared/handoff/paper-file.ts";
import type { Paper } from "../../shared/handoff/papers.ts";
import { err, ok } from "../../shared/result.ts";
import type { HandoffPlace, HandoffReading, Handoffs } from "../../electron/core/ports.ts";
import { readTeamYaml } from "../../electron/node/team/team-yaml.ts";

/** Handoffs without a disk. Papers pass through their text, as they do in a file. */
export type MemoryHandoffs = Handoffs & {
  /** The names of the files of a place. */
  names(place?: HandoffPlace): readonly string[];
  /** Writes fail with this code until it is called with `undefined`. */
  failWith(code: string | undefined): void;
};

export function memoryHandoffs(): MemoryHandoffs {
  const folders = new Map<string, Map<string, string>>();
  const listeners = new Set<readonly [string, () => void]>();
  let failure: string | undefined;
  const key = ({ team, path }: HandoffPlace): string => JSON.stringify([team, path]);
  const files = (place: HandoffPlace): Map<string, string> => {
    const known = folders.get(key(place)) ?? new Map<string, string>();
    folders.set(key(place), known);
    return known;
  };
  const reading = (place: HandoffPlace): HandoffReading => ({
    kind: "read",
    path: `${place.team}/${place.path}`,
    writable: true,
    papers: [...files(place).values()].map(paperIn),
    problems: [],
  });
  return {
    watch(place, listener) {
      const entry = [key(place), () => listener(reading(place))] as const;
      listeners.add(entry);
      entry[1]();
      return () => void listeners.delete(entry);
    },
    write(place, paper) {
      if (failure !== undefined) return Promise.resolve(err({ code: failure }));
      const known = files(place);
      if (known.has(paperName(paper))) return Promise.resolve(ok("was-there"));
      known.set(paperName(paper), paperText(paper));
      for (const [of, tell] of listeners) if (of === key(place)) tell();
      return Promise.resolve(ok("written"));
    },
    names: (place = { team: "/teams/team.yaml", path: "handoffs" }) => [...files(place).keys()].toSorted(),
    failWith(code) {
      failure = code;
    },
  };
}

function paperIn(text: string): Paper {
  const parts = splitPaper(text);
  const values = parts && readTeamYaml(parts.head);
  const paper = values?.ok ? readPaper(values.value.value, parts?.body ?? "") : undefined;
  if (!paper?.ok) throw new Error("a paper that cannot be read");
  return paper.value;
}
