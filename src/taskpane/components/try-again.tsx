import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

interface TryAgainProps {
  readonly title: string;
  /** What happened, as a sentence. */
  readonly message: string;
  readonly again: () => void;
}

/** Says what did not work, and lets the user try again. */
export function TryAgain({ title, message, again }: TryAgainProps): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title={title}>
      <p className={layout.text}>{message}</p>
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={again}>
          Try again
        </Button>
      </div>
    </TroubleCard>
  );
}
