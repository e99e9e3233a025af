import type { Policy } from "../../../engine";
import { VERSION, type DecidedPlan } from "../../../operations";
import { readHousehold, type HouseholdRange } from "../../../ranges";
import type { CopyClass, HouseholdCopyFacts } from "../../../sheets";
import { nameOf, shownAs, type HouseholdList, type HouseholdSight } from "../../../lists";
import { dayInWords } from "../../standing/day";
import { planningDecisions } from "../../standing/household-planning";
import type { ListStanding } from "../../standing/list-standing";
import { guessedInWords, householdStandingNotes } from "../../words/household-words";
import { verdictOf } from "../home/verdict";
import { policyInWords, statusInWords } from "./adviser-words";
import { usualTitle, type Wishes } from "./facts";
import { copyAccounts, copyHoldings, copyPlan, type RowDetails } from "./household-rows";
import { assumptionsOf, mixesInWords, planNotesInWords } from "./household-words";

/** What a household was read as: by its plan or, where there is none, by itself. */
export interface ReadHousehold {
  readonly range: HouseholdRange;
  readonly decided?: DecidedPlan;
}

/** Reads a household without planning it; undefined where it can't be read. */
export function readWithoutPlan(sight: HouseholdSight, policy: Policy, today: number): ReadHousehold | undefined {
  const decisions = planningDecisions(sight);
  const range = decisions && readHousehold(sight.list.cells, decisions.table, policy, today);
  return range?.ok ? { range: range.value } : undefined;
}

/** Gathers what an adviser copy says about a household, on a day as Excel counts days. */
export function householdFactsFor(
  { list, account }: HouseholdSight,
  standing: ListStanding,
  { range, decided }: ReadHousehold,
  wishes: Wishes,
  today: number,
): HouseholdCopyFacts {
  const { policy } = standing.rule;
  const made = wishes.trades ? decided : undefined;
  const rowOf = (row: number): number => list.block.row + row + 1;
  const holdings = copyHoldings(range, made?.plan, rowOf, detailsIn(list, wishes));
  const date = dayInWords(today);
  const facts = {
    title: wishes.title.trim() || usualTitle,
    owner: wishes.owner.trim(),
    list: nameOf(list),
    sheet: list.block.sheet,
    ...{ date, day: today, version: VERSION },
    verdict: verdictOf(asPlanned(standing, decided), "class"),
    policy: policyInWords(policy, standing.nextLook, "class"),
    accounts: copyAccounts(range, made?.plan, typesIn(list)),
    classes: classesOf(range, standing, decided),
    unlisted: (decided?.plan.unlisted.before.toNumber() ?? 0) / 100,
    holdings,
    ...(made && { plan: copyPlan(range, made.plan, made.policy, holdings, rowOf) }),
  };
  const notes = [
    ...(account?.added ? [guessedInWords(account.added)] : []),
    ...householdStandingNotes(standing, list),
    ...(made ? planNotesInWords(made.notes, list) : []),
  ];
  return {
    ...facts,
    mixes: mixesInWords(holdings, facts.classes, today),
    assumptions: assumptionsOf(facts, {
      income: policy.incomeRate !== undefined,
      gains: policy.gainsRate !== undefined,
    }),
    notes: [...new Set(notes)],
  };
}

/** The verdict speaks of the trades that the accounts can make, not of those of the classes as a whole. */
function asPlanned(standing: ListStanding, decided: DecidedPlan | undefined): ListStanding {
  const { acting } = standing;
  if (!acting.ok || !decided) return standing;
  return { ...standing, acting: { ...acting, effect: { ...acting.effect, made: decided.plan.trades.length } } };
}

/** The classes as they stand; their money is the plan's, and BYCLASS's where there is no plan. */
function classesOf(
  { household: { classes } }: HouseholdRange,
  standing: ListStanding,
  decided: DecidedPlan | undefined,
): readonly CopyClass[] {
  const byName = new Map(standing.funds.map((fund) => [fund.name.trim().toUpperCase(), fund]));
  return classes.map((name, place) => {
    const found = byName.get(name.toUpperCase()) ?? standing.funds[place];
    return {
      name,
      target: tidy(found?.target ?? 0),
      lowest: tidy(found?.lowest ?? 0),
      highest: tidy(found?.highest ?? 0),
      ...(found && !standing.portfolioBand && { status: statusInWords(found.side) }),
      before: (decided?.plan.classes[place]?.before.toNumber() ?? found?.value ?? 0) / 100,
    };
  });
}

/** A weight without the dust that computing leaves behind its tenth decimal. */
function tidy(weight: number): number {
  return Math.round(weight * 1e10) / 1e10;
}

/** What the owner's list says of its rows: where it has names in words, tickers stand beside them or are left out. */
function detailsIn(
  { household: { table } }: HouseholdList,
  { tickers }: Wishes,
): (row: number) => RowDetails | undefined {
  const isShown = tickers && hasTickersBeside(table);
  const details = new Map(
    table.positions.map(({ row, fund, ticker, description, assetClass, shares, price }) => [
      row,
      {
        fund: description ?? fund?.text ?? assetClass?.text ?? "",
        ...(isShown && { ticker: ticker ?? "" }),
        ...(shares !== undefined && { shares }),
        ...(price !== undefined && { price }),
      },
    ]),
  );
  return (row) => details.get(row);
}

/** Whether a household's list has tickers beside the names of its funds. */
export function hasTickersBeside({ positions }: HouseholdList["household"]["table"]): boolean {
  return positions.some(({ ticker, description }) => ticker !== undefined && description !== undefined);
}

/** Each account's type as it is typed in its first row that says one. */
function typesIn({ cells, household: { table } }: HouseholdList): (account: number) => string | undefined {
  const column = table.columns.get("account type")?.column;
  const types = new Map<number, string>();
  for (const { row, account } of table.positions) {
    const typed = column === undefined ? "" : shownAs(cells[row]?.[column]).trim();
    if (typed !== "" && !types.has(account)) types.set(account, typed);
  }
  return (account) => types.get(account);
}
