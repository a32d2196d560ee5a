import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeMarkup } from "../../../shared/text/markup.ts";

const read = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

it("escapes markup so that it reads back as it was", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = escapeMarkup(text);
      expect(read(escaped)).toBe(text);
      expect(escaped).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    }),
  );
});
