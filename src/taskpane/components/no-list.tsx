import { Button } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { claims, localAddress, sample, sampleSheet } from "../../sheets/index";
import type { Applied, Workbook } from "../../workbook/index";
import type { ScreenProps } from "../screens/screen";
import { messageOf } from "../standing/looks";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

type NoListProps = Pick<ScreenProps, "workbook" | "surveyAgain" | "say" | "goTo">;

/** Says what Keel does where there is no list of funds in sight: bring files in, use a list of one's own, or look at the sample. */
export function NoList({ workbook, surveyAgain, say, goTo }: NoListProps): ReactElement {
  const layout = useLayout();
  const [starting, setStarting] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  const start = async (): Promise<void> => {
    setStarting(true);
    const hindrance = await addSample(workbook).catch(messageOf);
    setStarting(false);
    setTrouble(hindrance);
    say(hindrance ?? `Sample data is on sheet ${sampleSheet}.`);
    if (hindrance === undefined) surveyAgain();
  };

  return (
    <TroubleCard title="Show Keel your funds">
      <p className={layout.text}>
        Keel tells you how far your funds have drifted from your targets, and what to trade to bring them back.
      </p>
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={() => goTo("bring in")}>
          Bring in your files
        </Button>
      </div>
      <p className={layout.text}>
        Or use your own list: select any cell in it. It needs a row for each fund, a column called Value and one called
        Target.
      </p>
      <table className={layout.table} aria-label="An example of a list of funds">
        <thead>
          <tr>
            <th scope="col">Fund</th>
            <th scope="col">Value</th>
            <th scope="col">Target</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">US stocks</th>
            <td>$33,600</td>
            <td>50%</td>
          </tr>
          <tr>
            <th scope="row">Bonds</th>
            <td>$11,000</td>
            <td>50%</td>
          </tr>
        </tbody>
      </table>
      {trouble !== undefined && <p className={layout.text}>{trouble}</p>}
      <div className={layout.buttons}>
        <Button onClick={surveyAgain}>Use my own list</Button>
        <Button disabledFocusable={starting} onClick={() => void start()}>
          Look at the sample
        </Button>
      </div>
    </TroubleCard>
  );
}

/** Adds the sheet with the sample and goes there. Returns what stands in the way, if anything does; nothing is written then. */
async function addSample(workbook: Workbook): Promise<string | undefined> {
  const names = sample.steps.flatMap((step) => (step.do === "add table" ? [step.name] : []));
  const taken = (await workbook.tables()).find(({ name }) => names.includes(name));
  if (taken) {
    return `Your workbook has a table called ${taken.name} already, on sheet ${taken.block.sheet}, and the sample needs that name. Nothing was changed. Select a cell of your table, or start with the sample in a new workbook.`;
  }
  return inTheWay(await workbook.apply(sample));
}

function inTheWay(applied: Applied): string | undefined {
  if (applied.outcome === "applied") return undefined;
  const [first] = applied.filled.length > 0 ? applied.filled : claims(sample);
  const cell = first ? ` (${localAddress({ ...first, height: 1, width: 1 })}, for one)` : "";
  return `Your workbook has a sheet called ${sampleSheet} already, and some of its cells are filled${cell}. Nothing was changed. Rename that sheet and try again, or start with the sample in a new workbook.`;
}
