import { Field, Input } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { typedDollars } from "../../../ranges";
import { dollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import type { ScreenProps } from "../screen";
import type { HouseholdTrading } from "./household-trading";
import { contributionsPurpose } from "./household-words";
import { WebPageSection } from "./web-page-section";

interface HouseholdWebPagesProps extends Pick<ScreenProps, "typed" | "changeTyped" | "say"> {
  readonly trading: HouseholdTrading;
  /** What the percents of new money are worked out for, in dollars. */
  readonly assumed: number;
  readonly fileFor: (part: string) => string | undefined;
}

/** What the web pages of plans at work are told: exchanges, percents of the balance, and where new money goes. */
export function HouseholdWebPages(props: HouseholdWebPagesProps): ReactElement | null {
  const { trading, assumed, typed, changeTyped, fileFor, say } = props;
  const layout = useLayout();
  const accounts = trading.accounts.filter(({ isPlan }) => isPlan);
  const all = accounts.flatMap(({ trades }) => trades);
  if (accounts.length === 0) return null;
  const amount = typed.paycheck.trim() === "" ? 0 : typedDollars(typed.paycheck);
  const isAmount = amount !== undefined && amount >= 0;
  return (
    <WebPageSection
      trading={{
        accounts,
        any: all.length > 0,
        bought: all.reduce((sum, trade) => sum + Math.max(0, trade.amount), 0),
        sold: all.reduce((sum, trade) => sum + Math.max(0, -trade.amount), 0),
      }}
      named
      contributions={{
        purpose: contributionsPurpose,
        question: (
          <>
            <Field
              label={accounts.length === 1 ? "Each paycheck puts in" : "Each paycheck puts into each of these"}
              {...(isAmount
                ? {}
                : { validationState: "error" as const, validationMessage: "Type an amount such as 500." })}
            >
              <Input
                className={layout.field}
                inputMode="decimal"
                contentBefore="$"
                placeholder={String(assumed)}
                value={typed.paycheck}
                onChange={(_, data) => changeTyped(() => ({ paycheck: data.value }))}
              />
            </Field>
            <p className={layout.small}>Worked out for {dollars(assumed)} of new money.</p>
          </>
        ),
      }}
      fileFor={fileFor}
      say={say}
    />
  );
}
