import {
  CalendarDays,
  Check,
  ChevronDown,
  ChevronLeft,
  Crosshair,
  ExternalLink,
  List,
  SlidersHorizontal,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";

const icons = {
  now: Crosshair,
  incidents: List,
  schedule: CalendarDays,
  settings: SlidersHorizontal,
  check: Check,
  down: ChevronDown,
  back: ChevronLeft,
  external: ExternalLink,
  warning: TriangleAlert,
} as const;

export type IconName = keyof typeof icons;

/** A small drawing beside a word; never the word's only bearer. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  const Drawn = icons[name];
  return <Drawn className="svg" size={size} strokeWidth={1.75} aria-hidden="true" />;
}
