import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useDeferredValue, useId, useMemo, useState, type ReactElement, type ReactNode } from "react";
import { families } from "../../../operations";
import { helpPage, signature, type Catalogue } from "../../catalogue/catalogue";
import { useCatalogue } from "../../catalogue/use-catalogue";
import { count } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { useLocalForm } from "../../components/local-formulas";
import type { ScreenProps } from "../screen";
import { found } from "./search";

const useStyles = makeStyles({
  family: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  item: { padding: `${tokens.spacingVerticalXS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  signature: { overflowWrap: "anywhere", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  trouble: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& summary": {
      padding: `${tokens.spacingVerticalS} 0`,
      fontSize: tokens.fontSizeBase300,
      lineHeight: tokens.lineHeightBase300,
      fontWeight: tokens.fontWeightSemibold,
      cursor: "pointer",
      overflowWrap: "anywhere",
    },
    "& summary:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "& > :last-child": { paddingBottom: tokens.spacingVerticalM },
  },
});

/** What Keel is for, its functions, and what to do when something is wrong. */
export function Help({ workbook, namespace, goTo }: ScreenProps): ReactElement {
  const layout = useLayout();
  const inExcel = workbook.host.name === "Excel";
  return (
    <>
      <section className={layout.card} aria-labelledby="keel-help">
        <h2 className={layout.heading} id="keel-help">
          What Keel does
        </h2>
        <p className={layout.text}>
          Keel keeps your funds near the targets that you chose. It says how far they have drifted, whether your own
          rule says to act, and exactly what to trade. There are three ways to use it:
        </p>
        <ul className={layout.list}>
          <li>
            <strong>This pane.</strong> Select your list of funds. Home says how you stand, Plan what to trade, and Set
            up writes live formulas on a sheet of their own.
          </li>
          <li>
            <strong>Formulas.</strong> Type ={namespace}. into a cell and choose a function, like any other in Excel.
          </li>
          <li>
            <strong>A workbook that somebody shared.</strong> Open it where Keel is installed, and its Keel formulas
            work. Share makes a copy that reads well without Keel.
          </li>
        </ul>
        <div className={layout.buttons}>
          <Button appearance="primary" onClick={() => goTo("set up")}>
            Set up a plan
          </Button>
          <Button onClick={() => goTo("explain")}>Explain a cell</Button>
        </div>
      </section>
      <Functions namespace={namespace} />
      <Troubles inExcel={inExcel} goTo={goTo} />
      <Card title="Keyboard">
        <ul className={layout.list}>
          <li>Tab and Shift+Tab go from one button or field to the next; Enter or the space bar presses a button.</li>
          <li>Under More, the arrow keys go through the list and Esc closes it.</li>
          {inExcel ? (
            <li>
              F6 goes from the sheet to this pane and back. In newer versions of Excel, Ctrl+Z in the sheet takes Keel’s
              last step back.
            </li>
          ) : (
            <li>A click in the grid or in this pane takes the keyboard there.</li>
          )}
        </ul>
      </Card>
      <Card title="What Keel can’t do">
        <ul className={layout.list}>
          <li>It places no trades. You type them into your plan’s web page.</li>
          <li>It fetches no prices and no balances. It reads the numbers in your workbook.</li>
          <li>It looks at one list of funds at a time.</li>
          <li>It knows nothing of your taxes. Ask before you sell in a taxable account.</li>
          <li>It doesn’t run in Excel for iPad or phones.</li>
        </ul>
      </Card>
      <Card title="Not advice">
        <p className={layout.text}>
          Keel does the arithmetic of rules that you choose. It is not investment or tax advice.
        </p>
      </Card>
      <Card title="Privacy and support">
        <p className={layout.text}>
          Keel sends nothing anywhere, and keeps no statistics.{" "}
          <a className={layout.link} href="privacy.html" target="_blank" rel="noreferrer">
            Privacy
          </a>{" "}
          says it all. If something doesn’t work, or Keel has to go, see{" "}
          <a className={layout.link} href="support.html" target="_blank" rel="noreferrer">
            Support
          </a>
          .
        </p>
      </Card>
      <Card title="Try it with an example">
        <p className={layout.text}>
          {inExcel ? (
            <>
              To try things without touching your workbook, open{" "}
              <a className={layout.link} href="workbench.html" target="_blank" rel="noreferrer">
                the workbench
              </a>
              , a spreadsheet in your browser with sample data.
            </>
          ) : (
            <>
              This is the workbench: the same Keel over a spreadsheet in your browser. It isn’t Excel, and keeps its
              workbook in this browser. To go on in Excel, save the workbook and open it there.
            </>
          )}
        </p>
        <p className={layout.text}>
          <a className={layout.link} href="assets/keel-starter.xlsx" download>
            The starter workbook
          </a>{" "}
          has a made-up 401(k) with a finished plan, to type your own figures into.
        </p>
      </Card>
    </>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const layout = useLayout();
  const id = useId();
  return (
    <section className={layout.card} aria-labelledby={id}>
      <h3 className={layout.subheading} id={id}>
        {title}
      </h3>
      {children}
    </section>
  );
}

/** The functions by the question they answer, with a search over them. */
function Functions({ namespace }: { readonly namespace: string }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const searchId = useId();
  const toLocal = useLocalForm();
  const cataloguing = useCatalogue();
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query);
  const catalogue: Catalogue | undefined = cataloguing.state === "loaded" ? cataloguing.catalogue : undefined;
  const groups = useMemo(() => (catalogue ? found(families, catalogue, asked) : []), [catalogue, asked]);
  const matches = groups.reduce((sum, { functions }) => sum + functions.length, 0);

  return (
    <Card title="Functions">
      <div>
        <label className={layout.text} htmlFor={searchId}>
          Search the functions
        </label>
        <Input
          id={searchId}
          type="search"
          className={layout.field}
          value={query}
          onChange={(_, { value }) => setQuery(value)}
        />
        <p className={layout.small} role="status">
          {asked.trim() !== "" &&
            catalogue &&
            (matches === 0 ? nothingFound(asked) : `${count(matches, "function")} found.`)}
        </p>
      </div>
      {cataloguing.state === "loading" && <p className={layout.small}>Reading the list of functions…</p>}
      {cataloguing.state === "loaded" && !cataloguing.complete && (
        <p className={layout.text}>
          The details of the functions could not be loaded. Their help pages have them. To try again, close and reopen
          Keel.
        </p>
      )}
      {groups.map(({ question, functions }) => (
        <div key={question} className={styles.family}>
          <h4 className={layout.subheading}>{question}</h4>
          <ul className={layout.rows}>
            {functions.map((one) => (
              <li key={one.name} className={styles.item}>
                <a
                  className={`${layout.text} ${layout.link}`}
                  href={helpPage(one.name)}
                  target="_blank"
                  rel="noreferrer"
                >
                  {one.name}
                </a>
                {one.description !== "" && <p className={layout.text}>{one.description}</p>}
                {one.parameters.length > 0 && (
                  <p className={`${layout.small} ${styles.signature}`}>{toLocal(signature(one, namespace))}</p>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className={layout.text}>
        <a className={layout.link} href={helpPage()} target="_blank" rel="noreferrer">
          All help pages
        </a>
      </p>
    </Card>
  );
}

function nothingFound(asked: string): string {
  return `No function has “${asked.trim()}” in it. Try another word, such as drift, trade or date.`;
}

interface TroublesProps {
  readonly inExcel: boolean;
  readonly goTo: ScreenProps["goTo"];
}

function Troubles({ inExcel, goTo }: TroublesProps): ReactElement {
  const layout = useLayout();
  return (
    <Card title="When something is wrong">
      <div>
        <Trouble title="A cell shows #NAME? or stays at #BUSY!">
          <p className={layout.text}>Open Repair. It enters such formulas again, which usually helps.</p>
          <div className={layout.buttons}>
            <Button onClick={() => goTo("repair")}>Open Repair</Button>
          </div>
        </Trouble>
        <Trouble title="A cell shows #VALUE! or #N/A">
          <p className={layout.text}>
            A number or a name that the formula reads is not right, or there is no answer to give. Select the cell and
            open Explain: it names the cell to look at and what to do.
          </p>
          <div className={layout.buttons}>
            <Button onClick={() => goTo("explain")}>Open Explain</Button>
          </div>
        </Trouble>
        <Trouble title="A cell shows #SPILL!">
          <p className={layout.text}>
            The result needs more cells than its own, and some of them are filled. Clear the cells below and to the
            right. Inside a table a result can’t fill other rows: put the formula outside it.
          </p>
        </Trouble>
        <Trouble title="The pane doesn’t see my list">
          <p className={layout.text}>
            Select a cell inside it. The list needs a heading row with Value and Target, a row for each fund, and no
            blank row in between.
          </p>
        </Trouble>
        <Trouble title="Numbers don’t follow my changes">
          <p className={layout.text}>
            {inExcel
              ? "Excel may be set to calculate only when asked. Press F9, or choose Formulas, Calculation Options, Automatic."
              : "Results follow within a moment. If one doesn’t, enter its formula again: press F2 in the cell, then Enter."}
          </p>
        </Trouble>
        {inExcel && (
          <Trouble title="Keel is not in Excel’s Home tab">
            <p className={layout.text}>
              Close Excel completely and open it again. At work or at school, ask whoever looks after your Office
              whether add-ins are allowed.
            </p>
          </Trouble>
        )}
      </div>
    </Card>
  );
}

function Trouble({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <details className={styles.trouble}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
