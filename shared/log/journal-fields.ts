import { categories, type Category } from "./categories.ts";
import type { Severity } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/* What the fields of a journal line's body may be. A field that ends in "?" may be absent. */

type FieldTypes = {
  readonly text: string;
  readonly texts: readonly string[];
  readonly number: number;
  readonly instant: Instant;
  readonly flag: boolean;
  readonly severity: Severity;
  readonly category: Category;
  /** The rest of the body, which the reader checks. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
};
type FieldName = keyof FieldTypes;
export type Field = FieldName | `${FieldName}?`;
export type Shape = Readonly<Record<string, Field>>;

type Optional<S extends Shape> = { [K in keyof S]: S[K] extends `${string}?` ? K : never }[keyof S];
type TypeOf<F extends Field> = F extends `${infer N extends FieldName}?`
  ? FieldTypes[N]
  : F extends FieldName
    ? FieldTypes[F]
    : never;
/** The body that a shape describes. */
export type BodyOf<S extends Shape> = { readonly [K in Exclude<keyof S, Optional<S>>]: TypeOf<S[K]> } & {
  readonly [K in Optional<S>]?: TypeOf<S[K]>;
};

/** Whether a value is what its field may be. */
export function fits(value: unknown, field: Field): boolean {
  if (field.endsWith("?")) return value === undefined || value === null || fits(value, field.slice(0, -1) as FieldName);
  switch (field) {
    case "texts":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "number":
    case "instant":
      return typeof value === "number";
    case "flag":
      return typeof value === "boolean";
    case "category":
      return categories.some((category) => category === value);
    case "links":
      return Array.isArray(value) && value.every(isLink);
    default:
      return typeof value === "string";
  }
}

const isLink = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "title" in value &&
  typeof value.title === "string" &&
  "url" in value &&
  typeof value.url === "string";
