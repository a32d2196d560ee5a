import type { ReactNode } from "react";
import type { Severity } from "../../shared/team/team.ts";
import { severityWords } from "../../shared/words/severity-words.ts";

/** One shape per severity, so that colour is never the only sign: octagon, triangle, diamond, circle. */
const shapes: Readonly<Record<Severity, ReactNode>> = {
  critical: (
    <path
      fillRule="evenodd"
      d="M5 1h6l4 4v6l-4 4H5l-4-4V5zM7.1 4l.3 5h1.2l.3-5zM8 10.3a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9z"
    />
  ),
  major: (
    <path
      fillRule="evenodd"
      d="M8 1.2 15.4 14.5H.6zM7.2 6l.25 4h1.1l.25-4zM8 10.9a.85.85 0 1 0 0 1.7.85.85 0 0 0 0-1.7z"
    />
  ),
  minor: <path fillRule="evenodd" d="M8 .8 15.2 8 8 15.2.8 8zm0 2.4L3.2 8 8 12.8 12.8 8z" />,
  info: (
    <path
      fillRule="evenodd"
      d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6zM7.3 7h1.4v4.4H7.3zM8 4.4a.85.85 0 1 1 0 1.7.85.85 0 0 1 0-1.7z"
    />
  ),
};

/** The glyph of a severity, for a place where its word stands beside it. */
export function SeverityGlyph({ severity }: { readonly severity: Severity }): ReactNode {
  return (
    <svg
      className={`svg severity-${severity}`}
      width="14"
      height="14"
      viewBox="0 0 16 16"
      fill="currentColor"
      aria-hidden="true"
    >
      {shapes[severity]}
    </svg>
  );
}

/** A severity as glyph and word. */
export function SeverityMark({ severity }: { readonly severity: Severity }): ReactNode {
  return (
    <span className={`severity severity-${severity}`}>
      <SeverityGlyph severity={severity} />
      {severityWords[severity]}
    </span>
  );
}
