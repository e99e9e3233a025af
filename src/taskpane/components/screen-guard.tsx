import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { TroubleCard } from "./trouble-card";

interface ScreenGuardProps {
  readonly children: ReactNode;
}

/** Keeps a fault in one screen from taking the pane down; what the user typed is kept outside of it. */
export class ScreenGuard extends Component<ScreenGuardProps, { readonly broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <TroubleCard title="This screen failed">
        <p>Your workbook is untouched, and what you typed is kept.</p>
        <div>
          <Button appearance="primary" onClick={() => this.setState({ broken: false })}>
            Show it again
          </Button>
        </div>
      </TroubleCard>
    );
  }
}
