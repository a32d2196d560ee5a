import { useId, useLayoutEffect, useRef, type ReactNode } from "react";

export type ModalProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** For what is written and read rather than answered. */
  readonly wide?: true;
};

/** A native dialog: Escape closes it, and closing it gives the focus back to where it was. */
export function Modal({ title, onClose, children, wide }: ModalProps): ReactNode {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // Before it leaves the document: a dialog that is merely removed takes the focus with it.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={wide ? "dialog dialog-wide" : "dialog"}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-body">
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
