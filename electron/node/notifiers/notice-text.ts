import { cut, visible } from "../../../shared/text/clean.ts";

/** Characters of a title and of a body that are handed to a notification service. */
const longestTitle = 200;
const longestBody = 2_000;

/**
 * Content arrives cleaned and cut. This is what stands when it did not: a NUL ends a D-Bus string and an argument, 128 kB is
 * more than Linux lets one argument be, and a daemon takes seconds to lay out 100 kB. None of that may cost a page.
 */
export const noticeTitle = (text: string): string => fit(text.replaceAll("\n", " "), longestTitle);
export const noticeBody = (text: string): string => fit(text, longestBody);

function fit(text: string, most: number): string {
  return visible(cut(text.slice(0, most + 1), most)).replaceAll("\t", " ");
}
