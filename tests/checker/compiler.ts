import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

const repository = resolve(import.meta.dirname, "../..");

/** A change to one file: `from`, which must stand there, becomes `to`. */
export type Addition = { readonly file: string; readonly from: string; readonly to: string };

/** Compiles one of the repository's projects, with and without an addition, reading every other file once. */
export class Compiler {
  readonly #project: string;
  readonly #options: ts.CompilerOptions;
  readonly #roots: readonly string[];
  readonly #sources = new Map<string, ts.SourceFile>();
  #last: ts.SemanticDiagnosticsBuilderProgram | undefined;

  constructor(project: string) {
    this.#project = project;
    const config = ts.getParsedCommandLineOfConfigFile(
      join(repository, project, "tsconfig.json"),
      { incremental: false, composite: false },
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => fail(messageText) },
    );
    if (!config) throw new Error(`${project} has no tsconfig.json`);
    const { tsBuildInfoFile: _info, ...options } = config.options;
    this.#options = options;
    this.#roots = config.fileNames;
  }

  /** The places at which the compiler refuses the project, as `file: message`. */
  refusals(addition?: Addition): readonly string[] {
    const host = ts.createCompilerHost(this.#options);
    host.getSourceFile = (path, language) => this.#source(path, language, addition);
    host.createHash = (text) => ts.sys.createHash?.(text) ?? text;
    this.#last = ts.createSemanticDiagnosticsBuilderProgram(this.#roots, this.#options, host, this.#last);
    return this.#last
      .getSemanticDiagnostics()
      .map(({ file, messageText }) => `${file?.fileName ?? this.#project}: ${textOf(messageText)}`);
  }

  #source(
    path: string,
    language: ts.ScriptTarget | ts.CreateSourceFileOptions,
    addition: Addition | undefined,
  ): ts.SourceFile | undefined {
    const changed = addition !== undefined && resolve(path) === join(repository, addition.file);
    const known = this.#sources.get(path);
    if (known && !changed) return known;
    const text = ts.sys.readFile(path);
    if (text === undefined) return undefined;
    const source = ts.createSourceFile(path, changed ? added(text, addition) : text, language, true);
    // The builder asks which version it has seen.
    Object.assign(source, { version: changed ? `with ${addition.to}` : "as it is" });
    if (!changed) this.#sources.set(path, source);
    return source;
  }
}

function added(text: string, { file, from, to }: Addition): string {
  if (!text.includes(from)) throw new Error(`${file} no longer says ${from}`);
  return text.replace(from, () => to);
}

const textOf = (message: string | ts.DiagnosticMessageChain): string => ts.flattenDiagnosticMessageText(message, " ");

function fail(message: string | ts.DiagnosticMessageChain): never {
  throw new Error(textOf(message));
}

/** The text of a file of the repository. */
export const textIn = (file: string): string => readFileSync(join(repository, file), "utf8");
