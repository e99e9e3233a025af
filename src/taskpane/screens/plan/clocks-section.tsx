import { Button, Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Table } from "../../../workbook";
import { useFirstOfMany } from "../../components/first-of-many";
import { useLayout } from "../../components/layout";
import { clocksOf, tradingRules } from "./clocks";
import { clockWords, tradingRuleWords } from "./clocks-words";

interface ClocksSectionProps {
  /** The workbook's log of single trades; undefined where it has none. */
  readonly trades: Table | undefined;
  readonly today: number;
  readonly rule: string;
  readonly choose: (rule: string) => void;
  /** Shows all dates, which can be saved as a calendar file. */
  readonly showDates: () => void;
}

/** From when the fund company lets each fund be traded the other way again, after the trades in the log. */
export function ClocksSection({ trades, today, rule, choose, showDates }: ClocksSectionProps): ReactElement | null {
  const layout = useLayout();
  const clocks = trades ? clocksOf(trades, today, rule) : [];
  const { shown, list, rest } = useFirstOfMany(clocks, "fund");
  // Under any of the rules, what was traded long ago is free.
  if (!trades || !tradingRules.some((each) => clocksOf(trades, today, each).length > 0)) return null;
  return (
    <section className={layout.card} aria-labelledby="keel-clocks">
      <h3 className={layout.subheading} id="keel-clocks">
        When you may trade again
      </h3>
      <Field label="Your fund company’s rule on frequent trading">
        <Select className={layout.choice} value={rule} onChange={(_, data) => choose(data.value)}>
          {tradingRules.map((each) => (
            <option key={each} value={each}>
              {tradingRuleWords(each)}
            </option>
          ))}
        </Select>
      </Field>
      {clocks.length > 0 ? (
        <>
          <ul className={layout.list} ref={list}>
            {shown.map((clock) => (
              <li key={`${clock.account} ${clock.fund}`}>{clockWords(clock)}</li>
            ))}
          </ul>
          {rest}
        </>
      ) : (
        <p className={layout.text}>Every fund is free to trade under this rule.</p>
      )}
      <div className={layout.buttons}>
        <Button onClick={showDates}>All dates, as a calendar file</Button>
      </div>
    </section>
  );
}
