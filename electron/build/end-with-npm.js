/** How soon the end of npm is noticed; a host then has most of the two seconds left that it may take to end. */
const lookEveryMs = 250;

/**
 * npm hands SIGTERM to the shell that it runs a script in, and on Debian that shell dies of it without a word to the script.
 * The script then has a new parent, and takes that as the signal. Outside of npm a parent may end as it likes.
 */
export function endWithNpm() {
  if (process.env["npm_lifecycle_event"] === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, lookEveryMs);
  timer.unref();
}
