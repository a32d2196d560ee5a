import { resolve, sep } from "node:path";

/*
 * Setup of the unit suites: code in shared/ that reads the clock or draws a number, itself or through a library, throws.
 * The runner and fast-check use both for their own ends, so it is the nearest caller inside of the repository that counts.
 */

const root = resolve(import.meta.dirname, "../..") + sep;
const shared = root + `shared${sep}`;
const packages = `${sep}node_modules${sep}`;

/** Frames deep enough to see through a library. */
const depth = 25;

function refuseFromShared(what: string): void {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = depth;
  const stack = new Error().stack ?? "";
  Error.stackTraceLimit = before;
  const caller = stack
    .split("\n")
    .find((frame) => frame.includes(root) && !frame.includes(packages) && !frame.includes(import.meta.filename));
  if (caller?.includes(shared)) throw new Error(`shared/ is pure, and this is not: ${what}\n${caller}`);
}

/** Says that this process is guarded already: files that share one would each look through the guards of those before. */
const guarded = Symbol.for("baton.pure");

function guard(): void {
  const RealDate = Date;
  const now = RealDate.now.bind(RealDate);
  RealDate.now = () => {
    refuseFromShared("Date.now()");
    return now();
  };
  const random = Math.random.bind(Math);
  Math.random = () => {
    refuseFromShared("Math.random()");
    return random();
  };
  globalThis.Date = new Proxy(RealDate, {
    construct(target, args: readonly unknown[], newTarget) {
      if (args.length === 0) refuseFromShared("new Date()");
      return Reflect.construct(target, args, newTarget) as Date;
    },
    apply() {
      refuseFromShared("Date()");
      return RealDate();
    },
  });
}

if (!Reflect.has(globalThis, guarded)) {
  guard();
  Reflect.set(globalThis, guarded, true);
}
