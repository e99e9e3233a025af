import { sectionLook, writeTop } from "../adviser-parts";
import { pageFooter, type Book, type Sheet } from "../book";
import { Page } from "../page";
import { accountPlaces, ACCOUNTS_SPAN, writeAccounts, writePicture } from "./accounts-table";
import { allHold, certificateSheet } from "./certificate-sheet";
import { checksOf, type CheckGroup, type CopyPlaces } from "./certificate";
import { classPlaces, writeClasses } from "./class-table";
import { householdWithoutNumbers, type HouseholdCopyFacts } from "./facts";
import { GRID, GRID_CHARACTERS } from "./grid";
import { holdingsPlaces, holdingsSheet } from "./holdings-sheet";
import { writeGrounds, writeMixesAndNotes } from "./notes";
import { pagesFor } from "./pages";
import { copySheets } from "./places";
import { writeFigures } from "./plan-figures";
import { writeOffGoal, writeTrades, type TradePlaces } from "./trades-table";

/** Free space above each part, in points. */
const GAP = 9;
/** The title and the policy above the classes. */
const TOP = 8;

/**
 * A workbook of three sheets that an adviser reads without Keel and can check: what stands where and what is traded;
 * every holding; and a certificate that holds each hard rule to the cells. What was typed and what Keel decided are
 * values, all that follows from them is formulas. Account numbers are masked in every text.
 */
export function householdCopy(named: HouseholdCopyFacts): Book {
  const facts = householdWithoutNumbers(named);
  const classes = classPlaces(TOP + 1, facts);
  const accounts = accountPlaces(classes.total + 3, facts);
  const holdings = holdingsPlaces(facts, (place) => classes.cell("goal", place));
  const places = { classes, accounts, holdings };
  const first = firstSheet(facts, places);
  return {
    title: facts.title,
    names: [],
    active: copySheets.first,
    sheets: [first.sheet, holdingsSheet(facts, holdings), certificateSheet(facts, first.groups)],
  };
}

/** What stands where and what is traded: the page that an adviser begins with. */
function firstSheet(
  facts: HouseholdCopyFacts,
  places: Omit<CopyPlaces, "trades">,
): { readonly sheet: Sheet; readonly groups: readonly CheckGroup[] } {
  const { plan, title, date, version } = facts;
  const { classes, accounts, holdings } = places;
  const page = new Page(copySheets.first, Array<number>(GRID).fill(GRID_CHARACTERS));
  const parts: number[] = [];
  const heading = (row: number, text: string, width = GRID): number => {
    page.spread({ row, column: 0, height: 1, width }, { value: text }, sectionLook);
    return row + 1;
  };
  /** Leaves a gap; a page may begin below it. */
  const next = (row: number): number => {
    page.raise(row, GAP);
    parts.push(row + 1);
    return row + 1;
  };

  writeTop(page, facts);
  heading(TOP, facts.accounts.length === 1 ? "Classes" : "Classes, all accounts together");
  const standing = writeClasses(page, facts, classes, holdings, (account) => accounts.cell("left", account));
  next(standing.table.end);
  heading(accounts.header - 1, "Accounts", ACCOUNTS_SPAN);
  const table = writeAccounts(page, facts, accounts, holdings);
  const beside = accounts.header - 1;
  // Whether all checks hold is known once the trades have their cells; how high the figures are doesn't depend on it.
  const scrap = new Page(copySheets.first, page.widths);
  let row = next(Math.max(table.end, writeFigures(scrap, facts, classes, holdings, true, beside).end));
  const picture = writePicture(page, facts, holdings, heading(row, PICTURE_TITLE));
  row = next(picture.end);
  let trades: TradePlaces | undefined;
  if (plan) {
    trades = writeTrades(page, facts, plan, holdings, heading(row, "Trades by account"));
    // The first account stays with the headings.
    parts.push(...trades.groups.slice(1));
    row = next(trades.end);
    if (plan.offGoal.length > 0) {
      row = next(
        writeOffGoal(page, facts, plan, classes, heading(row, "What stays off what the policy wants, and why")),
      );
    }
  }
  row = next(writeGrounds(page, facts, row));
  const end = writeMixesAndNotes(page, facts, row);
  const groups = checksOf(facts, { ...places, ...(trades && { trades }) });
  const figures = writeFigures(page, facts, classes, holdings, allHold(groups), beside);
  const { count, breaks, percent } = pagesFor(page, parts, end);
  const sheet: Sheet = {
    name: copySheets.first,
    cells: page.cells,
    widths: page.widths.map((characters, column) => ({ column, characters })),
    heights: page.heights,
    merged: page.merged,
    tables: [],
    flags: [...standing.flags, ...picture.flags, ...figures.flags],
    validations: [],
    charts: [],
    pictures: [],
    gridlines: false,
    print: {
      orientation: "landscape",
      areas: [{ sheet: copySheets.first, row: 0, column: 0, height: end, width: GRID }],
      pagesTall: count,
      ...(breaks.length > 0 ? { breaks } : {}),
      ...(percent === undefined ? {} : { percent }),
      footer: pageFooter(`${title}, ${date}. Keel ${version}, not advice.`),
    },
  };
  return { sheet, groups };
}

const PICTURE_TITLE = "What each account holds of each class: the more of its money, the darker";
