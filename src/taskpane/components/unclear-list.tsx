import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { nameOf, type List } from "../../lists";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

interface UnclearListProps {
  readonly list: List;
  readonly setUp: () => void;
}

/** Says which column is missing from what looks like a list. */
export function UnclearList({ list, setUp }: UnclearListProps): ReactElement {
  const layout = useLayout();
  const { title, remedy } = missing(list);
  return (
    <TroubleCard title={title}>
      <p className={layout.text}>
        {nameOf(list)} on sheet {list.block.sheet} looks like a list. {remedy}
      </p>
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={setUp}>
          Choose the columns
        </Button>
      </div>
    </TroubleCard>
  );
}

function missing({ columns, priced }: List): { readonly title: string; readonly remedy: string } {
  const { value, target } = columns;
  if (value === undefined && priced) {
    return {
      title: "Add a column of values",
      remedy: "It has shares and prices. Add a column called Value with shares × price.",
    };
  }
  if (value === undefined && target === undefined) {
    return {
      title: "Which column is which?",
      remedy: "Call the column of dollars Value and the column of percents Target, or choose them.",
    };
  }
  if (value === undefined) {
    return { title: "Which column holds the values?", remedy: "Call the column of dollars Value, or choose it." };
  }
  if (target === undefined) {
    return {
      title: "Add your targets",
      remedy: "It has no column of targets. Add one called Target with a percent for each fund, or choose it.",
    };
  }
  return { title: "Add your funds", remedy: "It has no row with a fund yet." };
}
