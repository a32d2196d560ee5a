import { openBuiltPage } from "./built-page.ts";

/** Builds and serves the screen over the real core once for all workers. */
export default async function openScreen(): Promise<() => Promise<void>> {
  const page = await openBuiltPage("tests/page");
  process.env["BATON_TEST_PAGE"] = page.url;
  return () => page.close();
}
