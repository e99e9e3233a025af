import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { nameOf, type HouseholdList } from "../../lists";
import type { ScreenProps } from "../screens/screen";
import { householdInWords, tradesFollow } from "../words/household-words";
import { Accounts } from "./accounts";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

interface HouseholdElsewhereProps extends Pick<ScreenProps, "goTo"> {
  readonly list: HouseholdList;
  readonly title: string;
}

/** What a screen about one account's trades says of several accounts, which share no pot to trade from. */
export function HouseholdElsewhere({ list, title, goTo }: HouseholdElsewhereProps): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title={title}>
      <p className={layout.text}>
        {nameOf(list)} on sheet {list.block.sheet} holds {householdInWords(list.household)}.
      </p>
      <p className={layout.text}>{tradesFollow}</p>
      <Accounts household={list.household} />
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={() => goTo("home")}>
          See how you stand by class
        </Button>
      </div>
    </TroubleCard>
  );
}
