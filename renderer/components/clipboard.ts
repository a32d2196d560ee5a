/** Whether the text is on the clipboard now; a browser may forbid it. */
export const toClipboard = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
