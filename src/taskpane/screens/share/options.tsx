import { Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "../../components/layout";
import { usualTitle, type Wishes } from "./facts";

const useStyles = makeStyles({
  // Fluent gives a checkbox room on its left; without it they stand in line with the fields.
  choices: { display: "flex", flexDirection: "column", marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface OptionsProps {
  readonly wishes: Wishes;
  readonly change: (change: Partial<Wishes>) => void;
  /** Whether the list has a column of tickers. */
  readonly tickers: boolean;
  /** Why there are no trades to show. */
  readonly noTrades?: string;
}

/** What to print at the top, and what to leave out. */
export function Options({ wishes, change, tickers, noTrades }: OptionsProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <>
      <Field label="Title" hint={`Left empty, it says “${usualTitle}”.`}>
        <Input
          className={layout.field}
          value={wishes.title}
          maxLength={100}
          onChange={(_, { value }) => change({ title: value })}
          autoComplete="off"
        />
      </Field>
      <Field label="Your name" hint="Printed under the title. You may leave it empty.">
        <Input
          className={layout.field}
          value={wishes.owner}
          maxLength={100}
          onChange={(_, { value }) => change({ owner: value })}
          autoComplete="off"
        />
      </Field>
      <div role="group" className={styles.choices} aria-label="What to show">
        <Checkbox
          label="Show the trades"
          checked={wishes.trades && noTrades === undefined}
          disabled={noTrades !== undefined}
          onChange={(_, { checked }) => change({ trades: checked === true })}
        />
        {tickers && (
          <Checkbox
            label="Show the tickers"
            checked={wishes.tickers}
            onChange={(_, { checked }) => change({ tickers: checked === true })}
          />
        )}
      </div>
      {noTrades !== undefined && <p className={layout.text}>There are no trades to show: {noTrades}</p>}
    </>
  );
}
