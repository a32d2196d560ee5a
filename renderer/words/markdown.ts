export const markdownWords = {
  task: "Task",
  notes: "Footnotes",
  note: (number: number): string => `Footnote ${number}`,
  backTo: (number: number): string => `Back to footnote ${number}'s place`,
  table: "Table",
  code: "Code",
  noLink: "Baton opens addresses of the web only",
  pictureElsewhere: (alt: string): string => `Picture, not loaded${alt === "" ? "" : `: ${alt}`}`,
  noPicture: (alt: string, path: string | undefined): string =>
    `Picture not found${path === undefined ? "" : ` at ${path}`}${alt === "" ? "" : `: ${alt}`}`,
  leaving: "Open outside of Baton",
  leads: "Leads to",
  open: "Open",
  copyAddress: "Copy address",
} as const;
