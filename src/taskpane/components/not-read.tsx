import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

interface NotReadProps {
  readonly message: string;
  readonly surveyAgain: () => void;
}

/** Says that the workbook did not answer, and lets the user try again. */
export function NotRead({ message, surveyAgain }: NotReadProps): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="Your workbook could not be read">
      <p className={layout.text}>{message}</p>
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={surveyAgain}>
          Try again
        </Button>
      </div>
    </TroubleCard>
  );
}
