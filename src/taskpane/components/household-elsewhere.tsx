import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { nameOf, type HouseholdList } from "../../lists";
import type { ScreenProps } from "../screens/screen";
import { householdInWords, whyNoTrades } from "../words/household-words";
import { Accounts } from "./accounts";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

interface HouseholdElsewhereProps extends Pick<ScreenProps, "goTo"> {
  readonly list: HouseholdList;
  /** What it is called for several accounts, and for one that is judged by class. */
  readonly title: string;
  readonly titleOfOne: string;
}

/** What a screen about one account's trades says where a list is judged by class, and no trades are known. */
export function HouseholdElsewhere({ list, title, titleOfOne, goTo }: HouseholdElsewhereProps): ReactElement {
  const layout = useLayout();
  const one = list.household.accounts.length === 1;
  return (
    <TroubleCard title={one ? titleOfOne : title}>
      <p className={layout.text}>
        {nameOf(list)} on sheet {list.block.sheet} holds {householdInWords(list.household)}.
      </p>
      <p className={layout.text}>{whyNoTrades(list.household)}</p>
      {!one && <Accounts household={list.household} />}
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={() => goTo("home")}>
          See how you stand by class
        </Button>
        {one && <Button onClick={() => goTo("set up")}>Set up</Button>}
      </div>
    </TroubleCard>
  );
}
