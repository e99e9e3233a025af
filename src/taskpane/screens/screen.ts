import type { ReactElement } from "react";
import type { Workbook } from "../../workbook";
import type { Columns, Whereabouts } from "../holdings/list";
import type { Looking } from "../holdings/use-look";
import type { Draft } from "./set-up/draft";

export type ScreenName = "home" | "set up";

/** What every screen is given. State that must outlive a screen is kept by the pane, so that nothing typed is lost. */
export interface ScreenProps {
  readonly workbook: Workbook;
  /** What stands before the dot of Keel's functions. */
  readonly namespace: string;
  readonly looking: Looking;
  readonly lookAgain: () => void;
  readonly goTo: (screen: ScreenName) => void;
  /** Has a screen reader say a sentence, without moving the focus. */
  readonly say: (sentence: string) => void;
  readonly draft: Draft;
  readonly changeDraft: (change: (draft: Draft) => Draft) => void;
  /** Remembers which columns the owner chose for a list. */
  readonly choose: (list: Whereabouts, columns: Columns) => void;
}

export interface Screen {
  readonly name: ScreenName;
  /** On its tab. */
  readonly label: string;
  readonly Show: (props: ScreenProps) => ReactElement;
}
