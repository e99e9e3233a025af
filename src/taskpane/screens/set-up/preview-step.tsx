import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import {
  claims,
  columnName,
  defaultChoices,
  localAddress,
  placesFor,
  planFormulas,
  type Block,
  type Choices,
  type Description,
  type Places,
} from "../../../sheets";
import type { Workbook } from "../../../workbook";
import { assess } from "../../holdings/assess";
import { nameOf, sourceOf, type ReadyList } from "../../holdings/list";
import type { Plan } from "../../holdings/plan";
import { readInside } from "../../holdings/read-inside";
import { messageOf } from "../../holdings/use-look";
import { useLayout } from "../../look/layout";
import { TradeList } from "../../look/trade-list";
import { cashOf, policyOf, type Draft, type Inserted } from "./draft";
import { filledIn, freeColumn } from "./in-the-way";
import { StepButtons } from "./step-buttons";

interface PreviewStepProps {
  readonly workbook: Workbook;
  readonly namespace: string;
  readonly list: ReadyList;
  readonly plan: Plan | undefined;
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly done: (inserted: Inserted) => void;
  readonly back: () => void;
  readonly say: (sentence: string) => void;
}

/** Step 3: the trades as they are now, what is written where, and whether cells are in the way. */
export function PreviewStep(props: PreviewStepProps): ReactElement {
  const { workbook, namespace, list, plan, draft, change, done, back, say } = props;
  const layout = useLayout();
  const [busy, setBusy] = useState(false);
  const [question, setQuestion] = useState<readonly Block[]>();
  const [failure, setFailure] = useState<string>();

  const { host } = workbook;
  const ownColumn = plan?.places.drift.column;
  const firstColumn = draft.firstColumn ?? ownColumn;
  const cash = cashOf(draft) ?? defaultChoices.cash;
  const policy = policyOf(draft);
  const { places, description } = useMemo(() => {
    const source = sourceOf(list);
    const choices: Choices = {
      cash,
      policy,
      namespace,
      // The workbench's grid reads plain column names only.
      names: host.name === "workbench" ? "plain" : "all",
      ...(firstColumn === undefined ? {} : { firstColumn }),
    };
    return { places: placesFor(source, choices), description: planFormulas(source, choices) };
  }, [list, cash, policy, namespace, host, firstColumn]);
  const assessed = assess(list, { cash, policy });
  const own = ownColumn === places.drift.column;
  const { filled, free } = useInTheWay(workbook, places, description);

  const insert = async (replace: boolean): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const applied = await workbook.apply(description, { replace });
      if (applied.outcome === "blocked") {
        setQuestion(applied.filled);
        say("Some cells are filled. Keel asks before it replaces them.");
      } else {
        done({ cells: wordsFor(places), inputs: inputWords(places), state: "there" });
      }
    } catch (problem) {
      setFailure(messageOf(problem));
    } finally {
      setBusy(false);
    }
  };

  if (!assessed.ok || !assessed.trades.ok) {
    const trouble = !assessed.ok ? assessed.trouble : !assessed.trades.ok ? assessed.trades.trouble : undefined;
    return (
      <>
        <p className={layout.text} role="status">
          {trouble?.cell === undefined ? "" : `Look at cell ${trouble.cell}. `}
          {trouble?.sentence}
        </p>
        <StepButtons next="Insert" onNext={() => undefined} ready={false} onBack={back} />
      </>
    );
  }
  if (question) {
    return (
      <Question
        filled={question}
        own={own}
        busy={busy}
        free={free}
        replace={() => void insert(true)}
        moveTo={(column) => {
          setQuestion(undefined);
          change({ firstColumn: column });
        }}
        leave={() => setQuestion(undefined)}
      />
    );
  }
  return (
    <>
      <h3 className={layout.subheading}>The trades as of now</h3>
      <TradeList trades={assessed.trades.list} />
      <h3 className={layout.subheading}>What Keel writes on sheet {list.block.sheet}</h3>
      <ul className={layout.list}>
        {places.headings && <li>{localAddress(places.headings)}: headings</li>}
        <li>{localAddress(places.drift)}: how far each fund has drifted</li>
        <li>{localAddress(places.status)}: whether it is over, under or in band</li>
        <li>{localAddress(places.trade)}: what to buy (+) or sell (−)</li>
        <li>{labelled(places.cash)}: your cash to invest, to change at any time</li>
        <li>{labelled(places.policy)}: your rule, to change at any time</li>
      </ul>
      <p className={layout.small}>
        These are live formulas: they follow {nameOf(list)} as it changes. Your own cells stay as they are.
      </p>
      {filled.length > 0 && (
        <p className={layout.text}>
          {own
            ? "Keel’s earlier columns are there. They are replaced only if you say so."
            : `Filled already: ${filled.map((block) => localAddress(block)).join(", ")}. Keel asks before it replaces them.`}
        </p>
      )}
      {filled.length > 0 && !own && free !== undefined && (
        <div className={layout.buttons}>
          <Button onClick={() => change({ firstColumn: free })}>Use free columns, from {columnName(free)}</Button>
        </div>
      )}
      {failure !== undefined && (
        <p className={layout.text} role="alert">
          {failure}
        </p>
      )}
      <StepButtons
        next={busy ? "Inserting…" : "Insert"}
        onNext={() => void insert(false)}
        ready={!busy}
        onBack={back}
      />
    </>
  );
}

interface QuestionProps {
  readonly filled: readonly Block[];
  readonly own: boolean;
  readonly busy: boolean;
  readonly free: number | undefined;
  readonly replace: () => void;
  readonly moveTo: (column: number) => void;
  readonly leave: () => void;
}

/** Asks before filled cells are replaced. It takes the focus because it answers a press of Insert. */
function Question({ filled, own, busy, free, replace, moveTo, leave }: QuestionProps): ReactElement {
  const layout = useLayout();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div role="group" aria-labelledby="keel-replace" className={layout.stack}>
      <h3 className={layout.subheading} id="keel-replace" tabIndex={-1} ref={heading}>
        {own ? "Replace Keel’s earlier columns?" : "Replace what is in these cells?"}
      </h3>
      <p className={layout.text}>{filled.map((block) => localAddress(block)).join(", ")}</p>
      <p className={layout.small}>Nothing has been written yet.</p>
      <div className={layout.buttons}>
        {!own && free !== undefined && (
          <Button appearance="primary" onClick={() => moveTo(free)}>
            Use free columns, from {columnName(free)}
          </Button>
        )}
        <Button appearance={own ? "primary" : "secondary"} disabledFocusable={busy} onClick={replace}>
          Replace
        </Button>
        <Button onClick={leave}>Cancel</Button>
      </div>
    </div>
  );
}

interface InTheWay {
  readonly filled: readonly Block[];
  readonly free?: number;
}

/**
 * Watches whether the cells to be written are filled, and where there would be room. Each look at the workbook makes a
 * new description, so this reads again whenever cells may have changed.
 */
function useInTheWay(workbook: Workbook, { all }: Places, description: Description): InTheWay {
  const [way, setWay] = useState<InTheWay>({ filled: [] });
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const contents = await readInside(workbook, all);
      const filled = contents ? filledIn(contents, claims(description)) : [];
      const free = filled.length === 0 ? undefined : await freeColumn(workbook, all);
      if (current) setWay({ filled, ...(free === undefined ? {} : { free }) });
    };
    // If it can't be read now, Insert still asks: the workbook itself refuses to write over filled cells.
    read().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [workbook, all, description]);
  return way;
}

function wordsFor(places: Places): string {
  const { drift, trade, headings } = places;
  return localAddress({
    ...(headings ?? drift),
    height: drift.height + (headings ? 1 : 0),
    width: trade.column - drift.column + 1,
  });
}

/** The address of an input cell with its label before it. */
function labelled(cell: Block): string {
  return localAddress({ ...cell, column: cell.column - 1, width: 2 });
}

function inputWords(places: Places): { cash: string; policy: string } {
  return { cash: localAddress(places.cash), policy: localAddress(places.policy) };
}
