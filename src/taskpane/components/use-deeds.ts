import { useState } from "react";
import type { ScreenProps } from "../screens/screen";
import { messageOf } from "../standing/looks";

/** What a deed came to: nothing to say, or why it was not done. */
type Hindrance = string | undefined;

export interface Deeds {
  /** Whether one is under way. */
  readonly busy: boolean;
  /** Why the last one was not done. */
  readonly trouble: Hindrance;
  readonly carryOut: (deed: () => Promise<Hindrance>) => Promise<void>;
}

/** Carries out what a button of a card does to the workbook: says why it was not done, and looks at the workbook again. */
export function useDeeds({ say, surveyAgain }: Pick<ScreenProps, "say" | "surveyAgain">): Deeds {
  const [trouble, setTrouble] = useState<Hindrance>();
  const [busy, setBusy] = useState(false);
  const carryOut = async (deed: () => Promise<Hindrance>): Promise<void> => {
    setBusy(true);
    const hindrance = await deed().catch(messageOf);
    setBusy(false);
    setTrouble(hindrance);
    if (hindrance !== undefined) say(hindrance);
    surveyAgain();
  };
  return { busy, trouble, carryOut };
}
