import type { KeyPress } from "./keymap.ts";

/** What decides of a keyboard event. */
export const pressOf = ({ key, ctrlKey, metaKey, altKey, repeat, isComposing, target }: KeyboardEvent): KeyPress => ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  repeat,
  isComposing,
  typing: isTyping(target),
});

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== "checkbox" && target.type !== "radio");
