/*
 * Loaded into a host before anything of its own, with `node --import`: its wall clock is wrong by so many milliseconds. The monotonic
 * clock and timers go on as they are, as on a machine whose clock was never set.
 */

const off = Number(process.env["SHIFTED_CLOCK_BY"]);
const now = (): number => RightDate.now() + off;
const RightDate = Date;

globalThis.Date = new Proxy(RightDate, {
  construct: (target, args: readonly unknown[], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
  get: (target, name) => (name === "now" ? now : (Reflect.get(target, name) as unknown)),
});
