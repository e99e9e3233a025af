import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "../../components/layout";

interface StepButtonsProps {
  readonly next: string;
  readonly onNext: () => void;
  /** Whether the step can be left forwards. The button stays reachable by keyboard either way. */
  readonly ready: boolean;
  readonly onBack?: () => void;
}

/** The way on and back at the foot of a step. */
export function StepButtons({ next, onNext, ready, onBack }: StepButtonsProps): ReactElement {
  const layout = useLayout();
  return (
    <div className={layout.buttons}>
      <Button appearance="primary" disabledFocusable={!ready} onClick={onNext}>
        {next}
      </Button>
      {onBack && <Button onClick={onBack}>Back</Button>}
    </div>
  );
}
