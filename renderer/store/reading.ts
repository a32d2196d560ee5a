/** The runbook that is read in its view, and where it opens. */
export type Reading = {
  readonly id: string;
  /** A heading's line; another object goes there again. */
  readonly aim?: { readonly line: number } | undefined;
  /** The end of an address, `#recovery` without the sign, where the line is not known. */
  readonly anchor?: string | undefined;
};
