import { Button, Checkbox } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import type { HoldingColumn } from "../../../ranges";
import {
  canBeTable,
  isValued,
  nameOf,
  type AddedClasses,
  type HeldClasses,
  type HouseholdList,
  type List,
} from "../../../lists";
import { Accounts } from "../../components/accounts";
import { BringInOffer } from "../../components/bring-in-offer";
import { inWords } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { householdInWords, householdNotes, householdQuestions, unclassedInWords } from "../../words/household-words";
import type { ScreenProps } from "../screen";
import { StepButtons } from "./step-buttons";

interface AccountsStepProps extends Pick<ScreenProps, "goTo"> {
  readonly list: HouseholdList;
  readonly held: HeldClasses;
  /** The column of classes that the list is to get. */
  readonly added?: AddedClasses | undefined;
  /** Another list, under the selection. */
  readonly other: List | undefined;
  readonly take: (list: List) => void;
  readonly makeTable: boolean;
  readonly setMakeTable: (makeTable: boolean) => void;
  /** What the table would be called. */
  readonly tableName: string;
  readonly next: () => void;
  /** What else was found about the list. */
  readonly children?: ReactNode;
}

/** What BYCLASS and the pane read of a list that is judged by class; the rest is for other questions. */
const USED: ReadonlySet<HoldingColumn> = new Set<HoldingColumn>([
  ...(["account number", "account", "account type", "ticker", "fund", "asset class"] as const),
  ...(["shares", "price", "value", "lock", "counts as"] as const),
]);

/** Step 1 for several accounts: which list, what was read of it, and whether plain cells become a table. */
export function AccountsStep(props: AccountsStepProps): ReactElement {
  const { list, held, added, other, take, makeTable, setMakeTable, tableName, next, goTo, children } = props;
  const layout = useLayout();
  const { columns, others } = list.household.table;
  const questions = householdQuestions(list);
  const unclassed = unclassedInWords(held.unclassed);
  const isClass = (heading: string): boolean =>
    held.classes.some(({ name }) => name.toLowerCase() === heading.trim().toLowerCase());
  const named = [...columns]
    .map(([kind, found]) => ({ ...found, used: USED.has(kind) }))
    .concat(others.map((other) => ({ ...other, used: isClass(other.heading) })))
    .filter(({ heading, column }) => heading !== "" && list.block.column + column !== added?.cells.column)
    .sort((one, another) => one.column - another.column);
  const headings = (used: boolean): readonly string[] =>
    named.filter((each) => each.used === used).map(({ heading }) => heading);
  const [read, unused] = [headings(true), headings(false)];
  return (
    <>
      <p className={layout.text}>
        Found <strong>{nameOf(list)}</strong> on sheet {list.block.sheet}: {householdInWords(list.household)}. Is this
        right?
      </p>
      {other && (
        <div>
          <p className={layout.text}>
            You have now selected {nameOf(other)} on sheet {other.block.sheet}.
          </p>
          <Button onClick={() => take(other)}>
            {isValued(other) ? "Use this list instead" : "Use the cells I selected"}
          </Button>
        </div>
      )}
      {list.household.accounts.length > 1 && <Accounts household={list.household} />}
      {children}
      {read.length > 0 && <p className={layout.small}>Read: {read.join(", ")}.</p>}
      {unused.length > 0 && <p className={layout.small}>Not needed here: {unused.join(", ")}.</p>}
      {held.classes.length > 0 && (
        <p className={layout.small}>Classes: {inWords(held.classes.map(({ name }) => name))}.</p>
      )}
      {householdNotes(list).map((note) => (
        <p key={note} className={layout.small}>
          {note}
        </p>
      ))}
      {canBeTable(list) && (
        <Checkbox
          label={`Make it a table called ${tableName}, so that new holdings are taken in`}
          checked={makeTable}
          onChange={(_, { checked }) => setMakeTable(checked === true)}
        />
      )}
      {[...questions, ...(unclassed === undefined ? [] : [unclassed])].map((trouble) => (
        <p key={trouble} className={layout.text} role="status">
          {trouble}
        </p>
      ))}
      {(questions.length > 0 || unclassed !== undefined) && <BringInOffer goTo={goTo} list={list} />}
      <StepButtons
        next="Next: your targets"
        onNext={next}
        ready={questions.length === 0 && unclassed === undefined && held.classes.length > 0}
      />
    </>
  );
}
