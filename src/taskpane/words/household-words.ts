import { inTheRange, money, noteSentence, quoted, sentence, type Note, type Places, type Problem } from "../../ranges";
import {
  placeOfTargets,
  shownAs,
  targetTextsOf,
  type AddedClasses,
  type ClassTargets,
  type HeldClasses,
  type Household,
  type HouseholdList,
  type List,
  type Obstacle,
} from "../../lists";
import { count, inWords } from "../components/figures";
import { holdingsArgument } from "../standing/household-standing";
import type { ListStanding } from "../standing/list-standing";
import { placesOfFunds } from "./fund-places";
import { eachOnce } from "./note-sentences";

/** `3 accounts, 11 holdings, $508,841.94`; of a single account without a count of accounts. */
export function householdInWords({ accounts, holdings, table }: Household): string {
  const all = `${count(holdings, "holding")}, ${money(table.total)}`;
  return accounts.length === 1 ? all : `${count(accounts.length, "account")}, ${all}`;
}

/** Why there are no trades where a list is judged by class. */
export function whyNoTrades({ accounts }: Pick<Household, "accounts">): string {
  return accounts.length === 1
    ? "It shows how far each class is from its target, and no trades: which fund of a class to trade, its targets don’t say. For trades, give each fund a target in Set up."
    : "It shows how far each class is from its target. Money can’t move from one account to another, so the trades are planned account by account: Set up writes them beside the plan, on a sheet of their own.";
}

/** How many classes or funds are named before the rest is counted. */
const NAMED_CLASSES = 8;

/** `Targets found by class in Targets on sheet Plan: US stocks 60% and Bonds 40%.` */
export function classTargetsInWords(targets: ClassTargets): string {
  const texts = targetTextsOf(targets.cells.weights.map(([cell]) => cell));
  const named = targets.cells.classes.flatMap(([cell], row) => {
    const name = shownAs(cell).trim();
    return name === "" ? [] : [`${quoted(name)} ${texts[row] === "" ? "0" : (texts[row] ?? "0")}%`];
  });
  return `Targets found by class in ${placeOfTargets(targets)} on sheet ${targets.weights.sheet}: ${inWords(named, NAMED_CLASSES)}.`;
}

/** Which classes Keel takes funds for that have none in the list. */
export function guessedInWords({ guessed }: AddedClasses): string {
  const named = guessed.map(({ fund, assetClass }) => `${quoted(fund)}: ${quoted(assetClass)}`);
  return `The list has no column of classes. By their tickers and names, Keel takes its funds for these: ${inWords(named, NAMED_CLASSES)}. What is wrong you can change in the column that Set up adds.`;
}

/** What is worth saying of a household's list before anything is made of it: cash that is below 0, and rows left out. */
export function householdNotes({ household: { table }, ...list }: HouseholdList): readonly string[] {
  const owed = table.positions.flatMap(({ value, isCash, fund }) =>
    isCash && value < 0 ? [`${quoted(fund?.text ?? "Cash")}, ${money(value)}, is counted in cash.`] : [],
  );
  return [...owed, ...table.leftOut.map((note) => noteOn(list, note))];
}

/** What has to be put right first: each thing that the reader of holdings can't tell about whose money it is, and how much. */
export function householdQuestions({ household: { table }, ...list }: HouseholdList): readonly string[] {
  return table.questions.flatMap(({ about, problem }) =>
    about === "money" || about === "account" ? [problemOn(list, problem)] : [],
  );
}

/** How many holdings are named before the rest is counted. */
const NAMED = 4;

/** Which holdings nothing puts into a class, and what to do; undefined where all have one. */
export function unclassedInWords(unclassed: HeldClasses["unclassed"]): string | undefined {
  if (unclassed.length === 0) return undefined;
  const names = unclassed.map(({ fund, row }, index) =>
    index < NAMED ? quoted(fund === "" ? `row ${row}` : fund) : "",
  );
  const has = unclassed.length === 1 ? "has" : "have";
  return `${inWords(names, NAMED)} ${has} no class yet. Type one in a column called Asset class, such as Bonds, or hold in a column called Lock to leave the money alone.`;
}

/**
 * A number that stands as a text is read as what it says; in a broker's download all do. A class whose target is 0 is
 * shown so, at its bar.
 */
const ORDINARY: ReadonlySet<Note["code"]> = new Set<Note["code"]>(["read as number", "cash owed", "untargeted money"]);

/** What is worth saying of how a household stands: of its list, and of its targets by class. */
export function householdStandingNotes({ notes }: ListStanding, list: HouseholdList): readonly string[] {
  const said = notes.filter(({ code }) => !ORDINARY.has(code)).map((note) => noteOfHousehold(list, note));
  return [...new Set([...householdNotes(list), ...said])];
}

/** What is worth saying of a household's plan. */
export function householdPlanNotes(notes: readonly Note[], list: HouseholdList): readonly string[] {
  return eachOnce(
    notes.filter(({ code }) => !ORDINARY.has(code)),
    (note) => noteOfHousehold(list, note),
  );
}

function noteOfHousehold(list: HouseholdList, note: Note): string {
  const argument = "at" in note ? note.at.argument : "argument" in note ? note.argument : undefined;
  return argument === holdingsArgument
    ? noteOn(list, note)
    : noteSentence(
        note,
        placesOfFunds(() => undefined),
      );
}

/** A note about cells of a list, which counts its rows within the list. */
export function noteOn(list: Pick<List, "block">, note: Note): string {
  return noteSentence(note, placesOn(list));
}

/** A problem with cells of a list, which counts its rows within the list. */
export function problemOn(list: Pick<List, "block">, problem: Problem): string {
  return sentence(problem, placesOn(list));
}

/** What sentences call the cells of a list: by the sheet's rows. */
function placesOn({ block }: Pick<List, "block">): Places {
  const rowOf = (row: number): number => block.row + row;
  return {
    cell: ({ row, column, ...at }) =>
      row === undefined
        ? inTheRange.cell(at)
        : `Row ${rowOf(row) + 1}${column === undefined || column === "" ? "" : `, ${column}`}`,
    rows: (rows) => inTheRange.rows(rows.map(rowOf)),
  };
}

/** Why formulas over a list's own cells can't say how it stands. */
export function obstacleInWords(list: Pick<List, "block">, obstacle: Obstacle): string {
  const row = `Row ${list.block.row + obstacle.row + 1}`;
  if (obstacle.code === "owed cash") {
    return `${row}, ${quoted(obstacle.fund)}, is below 0 (${money(obstacle.amount)}): money that is owed, which has to be taken off the other cash.`;
  }
  switch (obstacle.is) {
    case "total row skipped":
      return `${row} is a total among the funds, which would count their money twice.`;
    case "total differs":
      return `${row} says it is a total, but it is not the sum of the rows that belong to it.`;
    case "loan left out":
      return `${row} is a loan, and no holding.`;
    case "window left out":
      return `${row} is the sum of another account in the list, which would count that money twice.`;
    default:
      return `${row} is no fund, and would be counted as one.`;
  }
}
