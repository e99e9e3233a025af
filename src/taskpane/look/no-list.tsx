import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

/** Says what to select when there is no list of funds in sight. */
export function NoList({ lookAgain }: { readonly lookAgain: () => void }): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="Show Keel your funds">
      <p className={layout.text}>
        Select any cell in your list of funds. One row a fund, with a column called Value and one called Target:
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
      <p className={layout.small}>Keel reads the list as soon as you select it.</p>
      <div className={layout.buttons}>
        <Button onClick={lookAgain}>Look again</Button>
      </div>
    </TroubleCard>
  );
}
