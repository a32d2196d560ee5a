import type { InsightView, ServiceFiguresView } from "../../shared/insight/insight-shape.ts";
import {
  availabilityWords,
  dateWords,
  hoursOnCallWords,
  insightWords,
  lengthWords,
  shareOf,
  shareWords,
} from "./insight-words.ts";

/** One column: what is read on the screen, and the bare value for a spreadsheet. */
export type Column<T> = {
  readonly title: string;
  readonly shown: (row: T) => string;
  readonly value: (row: T) => string | number;
  /** How much of the widest bar, 0 to 1; absent for columns without bars. */
  readonly weight?: (row: T) => number;
};

const seconds = (milliseconds: number | undefined): number | string =>
  milliseconds === undefined ? "" : Math.round(milliseconds / 1_000);

const share = (value: number | undefined): number | string =>
  value === undefined ? "" : Math.round(value * 1e6) / 1e6;

const number = <T>(title: string, of: (row: T) => number, most = 0): Column<T> => ({
  title,
  shown: (row) => of(row).toLocaleString("en-US"),
  value: of,
  ...(most > 0 && { weight: (row: T) => of(row) / most }),
});

type Measured = Pick<ServiceFiguresView, "acknowledge" | "resolve">;

const times = <T extends Measured>(): readonly Column<T>[] => [
  {
    title: "MTTA",
    shown: ({ acknowledge }) => (acknowledge ? lengthWords(acknowledge.mean) : "–"),
    value: ({ acknowledge }) => seconds(acknowledge?.mean),
  },
  {
    title: "MTTR",
    shown: ({ resolve }) => (resolve ? lengthWords(resolve.mean) : "–"),
    value: ({ resolve }) => seconds(resolve?.mean),
  },
];

export const serviceColumns: readonly Column<ServiceFiguresView>[] = [
  {
    title: "Service",
    shown: ({ name }) => name ?? insightWords.noService,
    value: ({ service, name }) => name ?? service ?? "",
  },
  number("Incidents", ({ opened }) => opened),
  ...times<ServiceFiguresView>(),
  {
    title: "In time",
    shown: ({ sla }) => shareWords(shareOf(sla.resolve)),
    value: ({ sla }) => share(shareOf(sla.resolve)),
  },
  number("Noise", ({ noise }) => noise.unseen + noise.waved),
  number("Came back", ({ recurred }) => recurred),
  {
    title: "Available",
    shown: ({ availability }) => availabilityWords(availability),
    value: ({ availability }) => share(availability),
  },
];

type Person = InsightView["people"][number];

export function personColumns(people: readonly Person[]): readonly Column<Person>[] {
  const most = (of: (person: Person) => number): number => Math.max(0, ...people.map(of));
  const hours = (title: string, of: (person: Person) => number): Column<Person> => ({
    title,
    shown: (person) => hoursOnCallWords(of(person)),
    value: (person) => Math.round(of(person) * 100) / 100,
    weight: (person) => of(person) / Math.max(1, most(of)),
  });
  return [
    { title: "Person", shown: ({ name }) => name, value: ({ name }) => name },
    number(
      "Pages",
      ({ pages }) => pages,
      most(({ pages }) => pages),
    ),
    number(
      "Pages at night",
      ({ nightPages }) => nightPages,
      most(({ nightPages }) => nightPages),
    ),
    number("Nights disturbed", ({ disturbedNights }) => disturbedNights),
    number("Acknowledged", ({ acknowledged }) => acknowledged),
    hours("On call", (person) => person.hours),
    hours("At night", (person) => person.nightHours),
    hours("At weekends", (person) => person.weekendHours),
    hours("On holidays", (person) => person.holidayHours),
  ];
}

type Week = InsightView["weeks"][number];

export const weekColumns = (zone: string): readonly Column<Week>[] => [
  { title: "Week of", shown: ({ from }) => dateWords(from, zone), value: ({ from }) => new Date(from).toISOString() },
  number("Incidents", ({ opened }) => opened),
  ...times<Week>(),
  {
    title: "MTTA, nine of ten",
    shown: ({ acknowledge }) => (acknowledge ? lengthWords(acknowledge.p90) : "–"),
    value: ({ acknowledge }) => seconds(acknowledge?.p90),
  },
  {
    title: "MTTR, nine of ten",
    shown: ({ resolve }) => (resolve ? lengthWords(resolve.p90) : "–"),
    value: ({ resolve }) => seconds(resolve?.p90),
  },
];

/** The table as RFC 4180 has it; times are in seconds, shares from 0 to 1. A cell that a spreadsheet would run is made text. */
export function csvOf<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  return lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
