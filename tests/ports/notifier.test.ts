import { memoryNotifier } from "../support/memory-notifier.ts";
import { notifierContract } from "./notifier.ts";

notifierContract("the memory notifier", { replaces: true, closes: true, hears: true }, async () => {
  const notifier = memoryNotifier();
  const keyOf = (title: string): string => notifier.shown().find((one) => one.title === title)?.key ?? "";
  return {
    notifier,
    shown: () => notifier.shown().map(({ title, body }) => ({ title, body })),
    press: async (title, button) => notifier.press(keyOf(title), button),
    dismiss: async (title) => notifier.dismiss(keyOf(title)),
    end: async () => undefined,
  };
});
