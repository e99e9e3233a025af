import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { fundRows, isOnePot, nameOf, type List } from "../../lists";
import type { ScreenProps } from "../screens/screen";
import { obstacleInWords } from "../words/household-words";
import { BringInOffer } from "./bring-in-offer";
import { count } from "./figures";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

interface UnclearListProps extends Pick<ScreenProps, "goTo"> {
  readonly list: List;
  readonly setUp: () => void;
}

/** Says which column is missing from what looks like a list, or which row is in the way of formulas over it. */
export function UnclearList({ list, goTo, setUp }: UnclearListProps): ReactElement {
  const layout = useLayout();
  if (!isOnePot(list)) return <InTheWay list={list} goTo={goTo} />;
  const { title, remedy } = missing(list);
  const { height, total } = list;
  return (
    <TroubleCard title={title}>
      <p className={layout.text}>
        {nameOf(total ? { ...list, block: { ...list.block, height: total.row } } : list)} on sheet {list.block.sheet}{" "}
        looks like a list. {remedy}
      </p>
      {total && height > 0 && (
        <p className={layout.small}>
          It has {count(fundRows(list).length, "fund")}. Row {list.block.row + total.row + 1} is{" "}
          {total.agrees ? "the total of the rows above" : "a total"} and is left out.
        </p>
      )}
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={setUp}>
          Choose the columns
        </Button>
      </div>
    </TroubleCard>
  );
}

function InTheWay({ list, goTo }: { readonly list: List } & Pick<ScreenProps, "goTo">): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="Bring this list in first">
      <p className={layout.text}>
        Formulas over {nameOf(list)} on sheet {list.block.sheet} as it is would give a wrong answer:
      </p>
      <ul className={layout.list}>
        {list.obstacles.map((obstacle) => (
          <li key={obstacle.row}>{obstacleInWords(list, obstacle)}</li>
        ))}
      </ul>
      <BringInOffer goTo={goTo} list={list} />
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
