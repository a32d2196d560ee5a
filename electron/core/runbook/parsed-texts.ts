import type { Drawn } from "../../../shared/runbook/drawn.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { ParsedText, Runbooks, Unreadable } from "./runbook-port.ts";

/** Characters and texts that are kept. What was asked for longest ago goes first. */
const mostCharacters = 8_000_000;
const mostTexts = 100;

/** A text that was taken apart, and what a screen asks for its parts by. */
export type KeptText = { readonly content: string; readonly parsed: ParsedText };

type Entry = { readonly content: string; readonly size: number; readonly outcome: ReturnType<Runbooks["parse"]> };

/** Every text is taken apart once, however often and for whatever it is asked. */
export class ParsedTexts {
  readonly #parse: Runbooks["parse"];
  /** Tells contents of this run from those of another. */
  readonly #run: string;
  readonly #byText = new Map<string, Entry>();
  #count = 0;

  constructor(parse: Runbooks["parse"], run: string) {
    this.#parse = parse;
    this.#run = run;
  }

  /** `name` stands for the title where the text has no heading. */
  async read(text: string, name: string): Promise<Result<KeptText, Unreadable>> {
    const key = `${name}\0${text}`;
    const entry = this.#byText.get(key) ?? this.#begin(text, name);
    this.#touch(key, entry);
    const outcome = await entry.outcome;
    if (!outcome.ok) {
      // It may go better next time.
      this.#byText.delete(key);
      return outcome;
    }
    return ok({ content: entry.content, parsed: outcome.value });
  }

  /** A part of a text that was read; `undefined` where it is kept no more. */
  async part(content: string, index: number): Promise<readonly Drawn[] | undefined> {
    const found = [...this.#byText].find(([, entry]) => entry.content === content);
    if (!found) return undefined;
    this.#touch(...found);
    const outcome = await found[1].outcome;
    return outcome.ok ? outcome.value.parts[index]?.blocks() : undefined;
  }

  #begin(text: string, name: string): Entry {
    this.#count += 1;
    return { content: `${this.#run}.${String(this.#count)}`, size: text.length, outcome: this.#parse(text, name) };
  }

  #touch(key: string, entry: Entry): void {
    this.#byText.delete(key);
    this.#byText.set(key, entry);
    let kept = [...this.#byText.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { size }] of this.#byText) {
      if (oldest === key || (kept <= mostCharacters && this.#byText.size <= mostTexts)) return;
      this.#byText.delete(oldest);
      kept -= size;
    }
  }
}
