import type { ReactNode, Ref } from "react";
import { useIsLive } from "../store/session-context.ts";
import { shellWords } from "../words/shell.ts";

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: "primary" | "plain" | "ordinary";
  readonly large?: true;
  /** Why it cannot be used now; shown on hover and read out. */
  readonly off?: string | undefined;
  readonly busy?: boolean;
  /** The key that does the same. */
  readonly shortcut?: string;
  /** For what works without a host. */
  readonly local?: true;
  readonly label?: string;
  readonly expanded?: boolean;
  readonly popup?: "menu" | "dialog";
  readonly ref?: Ref<HTMLButtonElement>;
};

/**
 * A button that keeps the focus while it is off or busy: a disabled element would drop it. A second click of a double click
 * is not an action, because by then the button may belong to the next incident.
 */
export function Button({ ref, ...props }: ButtonProps): ReactNode {
  const live = useIsLive();
  const off = props.off ?? (live || props.local ? undefined : shellWords.actionsOff);
  const idle = off !== undefined || props.busy === true;
  return (
    <button
      type="button"
      ref={ref}
      className={classOf(props)}
      title={off}
      aria-label={props.label}
      aria-disabled={idle || undefined}
      aria-busy={props.busy === true || undefined}
      aria-keyshortcuts={props.shortcut}
      aria-expanded={props.expanded}
      aria-haspopup={props.popup}
      onClick={(event) => {
        if (!idle && event.detail < 2) props.onPress();
      }}
    >
      {props.children}
      {props.shortcut !== undefined && (
        <span className="key" aria-hidden="true">
          {props.shortcut.toUpperCase()}
        </span>
      )}
    </button>
  );
}

const classOf = ({ kind = "ordinary", large }: Pick<ButtonProps, "kind" | "large">): string =>
  ["button", kind === "ordinary" ? "" : `button-${kind}`, large ? "button-large" : ""].filter(Boolean).join(" ");
