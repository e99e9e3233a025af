import type { ReactElement } from "react";
import { TryAgain } from "./try-again";

interface NotReadProps {
  readonly message: string;
  readonly surveyAgain: () => void;
}

/** Says that the workbook did not answer, and lets the user try again. */
export function NotRead({ message, surveyAgain }: NotReadProps): ReactElement {
  return <TryAgain title="Your workbook could not be read" message={message} again={surveyAgain} />;
}
