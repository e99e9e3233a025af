import type { ReactElement } from "react";
import type { HouseholdSight, List, Outdated, Plan, ReadyList } from "../../lists";
import type { Block } from "../../sheets";
import type { ScreenProps } from "../screens/screen";
import type { ListStanding } from "../standing/list-standing";
import type { OrTrouble } from "../standing/trouble";
import { NoList } from "./no-list";
import { NotRead } from "./not-read";
import { UnclearList } from "./unclear-list";
import { Waiting } from "./waiting";

/** The list that the pane shows, the plan about it, and how it stands. */
export interface InSight {
  readonly list: ReadyList;
  readonly plan: Plan | undefined;
  readonly standing: OrTrouble<ListStanding>;
  /** What the list still shows from before the trades that were logged last. */
  readonly outdated: Outdated | undefined;
  /** Rows right below the list that look like funds and aren't in it. */
  readonly below: Block | undefined;
}

interface WithListProps {
  readonly props: ScreenProps;
  /** What is shown of several accounts, which no screen treats as one. */
  readonly household: (sight: HouseholdSight) => ReactElement;
  /** What is shown where it isn't plain which column holds what; by default the question. */
  readonly unclear?: (list: List) => ReactElement;
  readonly children: (inSight: InSight) => ReactElement;
}

/** Draws what a screen says of the list in sight; and where there is none, why, and what to do. */
export function WithList({ props, household, unclear, children }: WithListProps): ReactElement {
  const { survey, surveyAgain, standing, workbook, goTo, say } = props;
  if (survey.state === "surveying") return <Waiting label="Reading your workbook" />;
  if (survey.state === "failed") return <NotRead message={survey.message} surveyAgain={surveyAgain} />;
  const { sight } = survey;
  if (sight.found === "list" && standing) {
    return children({ list: sight.list, plan: sight.plan, standing, outdated: survey.outdated, below: survey.below });
  }
  if (sight.found === "household") return household(sight);
  if (sight.found === "cells") {
    return unclear?.(sight.list) ?? <UnclearList list={sight.list} goTo={goTo} setUp={() => goTo("set up")} />;
  }
  return <NoList workbook={workbook} surveyAgain={surveyAgain} say={say} goTo={goTo} />;
}
