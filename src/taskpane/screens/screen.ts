import type { ReactElement } from "react";
import type { Workbook } from "../../workbook";
import type { ListColumns, Whereabouts } from "../../lists";
import type { Checking } from "../health/use-health";
import type { OnLook, SurveyState } from "../standing/looks";
import type { ListStanding } from "../standing/list-standing";
import type { OrTrouble } from "../standing/trouble";
import type { Typed } from "../typed";
import type { Draft } from "./set-up/draft";

export type ScreenName =
  "home" | "bring in" | "plan" | "set up" | "share" | "evidence" | "taxes" | "explain" | "repair" | "help";

/** Shows a screen; Bring in may be given a list of the workbook to begin with. */
export type GoTo = (screen: ScreenName, list?: Whereabouts) => void;

/** What every screen is given. State that must outlive a screen is kept by the pane, so that nothing typed is lost. */
export interface ScreenProps {
  readonly workbook: Workbook;
  /** What stands before the dot of Keel's functions. */
  readonly namespace: string;
  readonly survey: SurveyState;
  readonly surveyAgain: () => void;
  readonly onLook: OnLook;
  /** How the list in sight stands today; undefined where none is. One assessment serves every screen. */
  readonly standing: OrTrouble<ListStanding> | undefined;
  /** As Excel counts days. */
  readonly today: number;
  /** Shows another screen and moves the focus to its heading, so that whoever can't see it knows where they are. */
  readonly goTo: GoTo;
  /** How the workbook's Keel formulas are, checked after each change. */
  readonly checking: Checking;
  readonly checkAgain: () => void;
  /** Has a screen reader say a sentence, without moving the focus. */
  readonly say: (sentence: string) => void;
  /** All that was typed and is not in the workbook. */
  readonly typed: Typed;
  readonly changeTyped: (change: (typed: Typed) => Partial<Typed>) => void;
  readonly draft: Draft;
  readonly changeDraft: (change: (draft: Draft) => Draft) => void;
  /** Remembers which columns the owner chose for a list. */
  readonly choose: (list: Whereabouts, columns: ListColumns) => void;
}

export interface Screen {
  readonly name: ScreenName;
  /** On its tab. */
  readonly label: string;
  /** `main` screens have a tab each: what people come for. `more` screens stand behind one button: what helps when something is unclear. */
  readonly group: "main" | "more";
}

/** Draws a screen. */
export type Show = (props: ScreenProps) => ReactElement;
