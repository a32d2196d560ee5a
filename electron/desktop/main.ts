import { join } from "node:path";
import { launch } from "./launch.ts";

launch({
  argv: process.argv,
  env: process.env,
  platform: process.platform,
  // Both `dist/desktop` and `electron/desktop` lie two folders below.
  root: join(import.meta.dirname, "..", ".."),
  print: (words) => console.log(words),
  complain: (words) => console.error(words),
});
