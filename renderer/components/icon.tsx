import {
  ArrowLeftRight,
  BookOpen,
  CalendarDays,
  ChartColumn,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  CircleQuestionMark,
  Clock3,
  Copy,
  Crosshair,
  ExternalLink,
  Handshake,
  List,
  PenLine,
  Printer,
  Mail,
  MessageSquare,
  Phone,
  ScrollText,
  Shuffle,
  SlidersHorizontal,
  Star,
  TriangleAlert,
  UserX,
} from "lucide-react";
import type { ReactNode } from "react";

const icons = {
  now: Crosshair,
  incidents: List,
  schedule: CalendarDays,
  runbooks: BookOpen,
  handoff: Handshake,
  log: ScrollText,
  insight: ChartColumn,
  settings: SlidersHorizontal,
  check: Check,
  down: ChevronDown,
  back: ChevronLeft,
  forward: ChevronRight,
  external: ExternalLink,
  copy: Copy,
  mail: Mail,
  chat: MessageSquare,
  phone: Phone,
  warning: TriangleAlert,
  print: Printer,
  holiday: Star,
  swap: ArrowLeftRight,
  override: PenLine,
  clock: Clock3,
  shuffle: Shuffle,
  nobody: UserX,
  unknown: CircleQuestionMark,
} as const;

export type IconName = keyof typeof icons;

/** A small drawing beside a word; never the word's only bearer. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  const Drawn = icons[name];
  return <Drawn className="svg" size={size} strokeWidth={1.75} aria-hidden="true" />;
}
