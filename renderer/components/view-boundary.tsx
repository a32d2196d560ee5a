import { Component, type ReactNode } from "react";
import { shellWords } from "../words/shell.ts";

type State = { readonly broken: boolean };

/** A view that breaks, or whose file cannot be fetched because its host is gone, leaves the rest of the window standing. */
export class ViewBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <p className="empty trouble" role="alert">
        {shellWords.viewFailed}
      </p>
    );
  }
}
