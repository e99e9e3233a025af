import { sum } from "../adviser-table";
import { after, isTaxedLot } from "./arithmetic";
import { NO_MONEY, WASH_DAYS, type Check } from "./check";
import type { CopyHolding, CopyPlan, HouseholdCopyFacts } from "./facts";
import { lockOf, wantedPart, type HoldingsPlaces } from "./holdings-sheet";
import { inputCell } from "./places";

/** The hard rules of what may be traded: each counts the rows that break it. */
export function ruleChecks(facts: HouseholdCopyFacts, plan: CopyPlan, places: HoldingsPlaces): readonly Check[] {
  const { holdings, accounts, day } = facts;
  const { range, has } = places;
  const [trade, value, cash, fund, security] = [range("trade"), range("value"), range("cash"), range("fund number"), range("security")]; // prettier-ignore
  const count = (is: (holding: CopyHolding) => boolean): number => holdings.filter(is).length;
  const bought = (of: "position" | "security", holding: CopyHolding): boolean =>
    holdings.some((other) => other[of] === holding[of] && other.trade > 0 && !other.isCash);
  const payable = ({ value: held }: CopyHolding): number => Math.max(0, -held);
  const sells = `--(${trade}<0)`;
  const payables = `(${value}<0)*-${value}`;
  const beyondOwed = `--(${trade}>${payables}+${NO_MONEY})`;
  const lock = has("lock") ? range("lock") : undefined;
  const lots = `${sells},--(${range("taxed")}=1),--(${cash}=0)`;
  const atLoss = has("basis") ? `${lots},--(${range("basis")}>${value})` : undefined;
  const soldAtLoss = (holding: CopyHolding): boolean =>
    isTaxedLot(facts, holding) && holding.trade < 0 && (holding.basis ?? 0) > holding.value;
  const isRecent = ({ acquired, isCash }: CopyHolding): boolean =>
    !isCash && acquired !== undefined && acquired <= day && day - acquired <= WASH_DAYS;
  const acquired = has("acquired") ? range("acquired") : undefined;
  const recent = `(${acquired}>=${inputCell("day")}-${WASH_DAYS})*(${acquired}<=${inputCell("day")})`;
  const owed = holdings.some(({ isCash, value: held }) => isCash && held < 0);
  const inCash = (holding: CopyHolding): number =>
    sum(holdings.map((other) => (other.position === holding.position ? after(other) : 0)));
  const unwanted = (holding: CopyHolding): boolean => wantedPart(holding, plan.goals) === 0;
  return [
    {
      rule: "No more is sold than is held, of any row",
      how: "Rows whose sale is more than their value, and so would end below zero.",
      kind: "none",
      left: {
        value: count((each) => each.trade < 0 && -each.trade > Math.max(0, each.value) + NO_MONEY),
        formula: `SUMPRODUCT(${sells},--(-${trade}>(${value}>0)*${value}+${NO_MONEY}))`,
      },
    },
    ...(lock === undefined
      ? []
      : ([
          {
            rule: "Nothing is bought against a lock",
            how: "Purchases in rows locked with no buy or hold; cash that is owed may be paid.",
            kind: "none",
            left: {
              value: count(
                (each) => each.trade > payable(each) + NO_MONEY && ["no buy", "hold"].includes(lockOf(each)),
              ),
              formula: `SUMPRODUCT(${beyondOwed},(${lock}="no buy")+(${lock}="hold"))`,
            },
          },
          {
            rule: "Nothing is sold against a lock",
            how: "Sales in rows locked with no sell or hold.",
            kind: "none",
            left: {
              value: count((each) => each.trade < 0 && ["no sell", "hold"].includes(lockOf(each))),
              formula: `SUMPRODUCT(${sells},(${lock}="no sell")+(${lock}="hold"))`,
            },
          },
        ] satisfies Check[])),
    {
      rule: "No fund is both bought and sold in one account",
      how: "Purchases of a fund of which another row of the same account is sold.",
      kind: "none",
      left: {
        value: count(
          (each) => each.trade > 0 && holdings.some((other) => other.position === each.position && other.trade < 0),
        ),
        formula: `SUMPRODUCT(--(${trade}>0),--(SUMIFS(${trade},${fund},${fund},${trade},"<0")<0))`,
      },
    },
    {
      rule: "Only money that comes in goes into a fund that nobody wants",
      how: "Purchases of funds of no wanted class, beside the cash that comes in.",
      kind: "at most",
      left: {
        value: sum(holdings.map((each) => (each.trade > payable(each) + NO_MONEY && !each.isCash && unwanted(each) ? each.trade : 0))), // prettier-ignore
        formula: `SUMPRODUCT(${beyondOwed},--(${cash}=0),--(${range("wanted")}=0),${trade})`,
      },
      right: { value: sum(accounts.map(({ cashFlow }) => Math.max(0, cashFlow))) },
      slack: NO_MONEY,
    },
    ...(plan.mayTrade.sells
      ? []
      : [
          {
            rule: "Nothing is sold: the policy says no sells",
            how: "Sales of anything but cash.",
            kind: "none",
            left: {
              value: count((each) => each.trade < 0 && !each.isCash),
              formula: `SUMPRODUCT(${sells},--(${cash}=0))`,
            },
          } as const,
        ]),
    ...(owed
      ? [
          {
            rule: "Cash that is owed is paid",
            how: "Accounts whose cash is still below zero after the trades.",
            kind: "none",
            left: {
              value: count((each) => each.isCash && each.value < 0 && inCash(each) < -NO_MONEY),
              formula: `SUMPRODUCT(--(${cash}=1),--(${value}<0),--(SUMIF(${fund},${fund},${range("after")})<-${NO_MONEY}))`,
            },
          } as const,
        ]
      : []),
    ...(atLoss === undefined
      ? []
      : ([
          {
            rule: "No wash sale by what this plan buys",
            how: "Taxable sales at a loss of a fund, or of one that is the same, that is bought in any account.",
            kind: "none",
            left: {
              value: count((each) => soldAtLoss(each) && bought("security", each)),
              formula: `SUMPRODUCT(${atLoss},--(SUMIFS(${trade},${security},${security},${trade},">0",${cash},0)>0))`,
            },
          },
          ...(acquired === undefined
            ? []
            : ([
                {
                  rule: `No wash sale by what was bought in the ${WASH_DAYS} days before`,
                  how: "Taxable sales at a loss of a fund, or of one that is the same, of which another row was acquired since then.", // prettier-ignore
                  kind: "none",
                  left: {
                    value: count(
                      (each) =>
                        soldAtLoss(each) &&
                        holdings.some((other) => other !== each && other.security === each.security && isRecent(other)),
                    ),
                    formula: `SUMPRODUCT(${atLoss},--(COUNTIFS(${security},${security},${acquired},">="&(${inputCell("day")}-${WASH_DAYS}),${acquired},"<="&${inputCell("day")},${cash},0)>${recent}))`, // prettier-ignore
                  },
                },
              ] satisfies Check[])),
        ] satisfies Check[])),
  ];
}
