import { Button } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { sellOrder } from "../../../operations";
import { PartsBars } from "../../charts";
import { dollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { AnswerCard, Headline, Steps, TaxFigures } from "./answer";
import { moneyCell, textCell } from "./arguments";
import { inDollars, readMoney } from "./entries";
import { ChoiceField, MoneyField } from "./fields";
import { formOf } from "./form";
import { KeepAnswer } from "./keep-answer";
import type { KnownAccount } from "./known";
import { lotsToSell } from "./lots-to-sell";
import type { QuestionProps } from "./question-props";
import {
  fundToSell,
  PARTS_OF_SALE,
  saleFigures,
  SELL_METHODS,
  sellHeadline,
  sellInWords,
  SELLING_LEFT_OUT,
} from "./sell-lots-words";
import { useAnswer } from "./use-answer";

/** Money out of a taxable account: which lots to sell for it, and what tax that costs. */
export function SellLots(props: QuestionProps & { readonly account: KnownAccount }): ReactElement {
  const { known, account, today, goTo } = props;
  const layout = useLayout();
  const { list, policy } = known;
  const funds = useMemo(() => list && lotsToSell(list, account.name), [list, account.name]);
  const typed = formOf(props);
  const own = funds?.find(({ fund }) => fund === typed.text("fund")) ?? funds?.[0];
  const form = formOf(props, {
    ...{ method: "min tax", fund: own?.fund ?? "" },
    ...(own?.price && { price: String(own.price.dollars) }),
  });
  const amount = form.number("withdrawal", readMoney) ?? 0;
  const price = form.number("price", readMoney) ?? 0;
  const method = form.text("method");
  const given = useMemo(
    () =>
      own && amount > 0 && price > 0
        ? ([own.cells, [[price]], [[amount]], method, [[today]], policy?.cells ?? null] as Parameters<
            typeof sellOrder.decide
          >)
        : undefined,
    [own, price, amount, method, today, policy],
  );
  const answer = useAnswer(sellOrder, given);
  if (funds === undefined || own === undefined) {
    return (
      <section className={layout.card} aria-label="Answer">
        <p className={layout.text}>
          Your list says no shares for {account.name}. To choose lots it needs a row for each lot, with Shares, Price,
          Cost basis and Acquired. Add the columns, or bring in your broker’s file of lots.
        </p>
        <div className={layout.buttons}>
          <Button onClick={() => goTo("bring in")}>Bring in a list</Button>
        </div>
      </section>
    );
  }
  return (
    <>
      <section className={layout.card} aria-label="What is sold">
        <ChoiceField
          form={form}
          name="fund"
          label="Which fund to sell"
          choices={funds.map((each) => [each.fund, fundToSell(each)] as const)}
        />
        <MoneyField form={form} name="price" label="Price of a share" hint={own.price && "Filled in from your list."} />
        <ChoiceField form={form} name="method" label="Which lots first" choices={SELL_METHODS} />
      </section>
      <AnswerCard answer={answer} missing="Say how much to take out, and the answer stands here.">
        {(record, answered) => {
          const { tax, sales } = record.order;
          const hasRates = record.notes.every(({ code }) => code !== "no tax rates");
          const raised = inDollars(sales.reduce((sum, sale) => sum + sale.amount, 0));
          const kept = inDollars(sales.reduce((sum, sale) => sum + sale.amount, 0) - tax);
          return (
            <>
              <Headline words={sellHeadline(record, own.fund, hasRates)} />
              {hasRates && (
                <PartsBars
                  parts={PARTS_OF_SALE}
                  rows={[{ name: "", amounts: [kept, inDollars(tax)], figure: dollars(raised) }]}
                  words={sellInWords(kept, inDollars(tax))}
                />
              )}
              <TaxFigures figures={saleFigures(record, hasRates)} />
              {hasRates && <p className={layout.small}>{SELLING_LEFT_OUT}</p>}
              <Steps answered={answered} />
              <KeepAnswer
                {...props}
                question="lots to sell"
                answered={answered}
                keeping={{
                  ...{ title: "Lots to sell", sheet: "Keel lots to sell", function: "SELLORDER" },
                  arguments: [
                    { title: `Lots of ${own.fund} in ${account.name}`, columns: own.columns },
                    moneyCell("price", price, form.isKnown("price") ? own.price?.from : undefined),
                    ...[moneyCell("sale", amount), textCell("method", method)],
                    ...[{ reference: "TODAY()" }, policy && { reference: policy.reference }],
                  ],
                }}
              />
            </>
          );
        }}
      </AnswerCard>
    </>
  );
}
