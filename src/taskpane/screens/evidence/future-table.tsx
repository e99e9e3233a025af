import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { FanMark } from "../../../engine";
import type { FuturePicture } from "../../../operations";
import { dollarsInShort, percentInColumn } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { percentileHeadings } from "./future-words";

const useStyles = makeStyles({
  // Six columns of money in a pane of 320 pixels.
  table: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface Column {
  readonly heading: string;
  readonly say: (rule: FanMark, never: FanMark) => string;
}

/** The same as the picture, in figures. */
export function FutureTable({ picture }: { readonly picture: FuturePicture }): ReactElement {
  const layout = useLayout();
  const isTakenOut = picture.request.contribution < 0;
  const chanceOf = (mark: FanMark): string => percentInColumn(isTakenOut ? mark.chanceOfNothing : mark.chanceOfLoss);
  return (
    <details>
      <summary className={layout.text}>The picture as a table</summary>
      <Years
        label="Your rule, year by year: this part of the futures has less"
        picture={picture}
        columns={percentileHeadings.map((heading, index) => ({
          heading,
          say: ({ ends }) => dollarsInShort(ends[index] ?? 0),
        }))}
      />
      <Years
        label={isTakenOut ? "How many have run out" : "How many have less than was paid in"}
        picture={picture}
        columns={[
          { heading: isTakenOut ? "Net paid in" : "Paid in", say: ({ paidIn }) => dollarsInShort(paidIn) },
          { heading: isTakenOut ? "Run out" : "Have less", say: chanceOf },
          { heading: isTakenOut ? "Never: run out" : "Never: have less", say: (_, never) => chanceOf(never) },
          { heading: "Never: middle", say: (_, { ends }) => dollarsInShort(ends[2] ?? 0) },
        ]}
      />
    </details>
  );
}

interface YearsProps {
  readonly label: string;
  readonly picture: FuturePicture;
  readonly columns: readonly Column[];
}

function Years({ label, picture: { fan, request }, columns }: YearsProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <>
      <p className={layout.small} aria-hidden="true">
        {label}
      </p>
      <table className={mergeClasses(layout.table, styles.table)} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Year</th>
            {columns.map(({ heading }) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fan.rule.marks.map((mark, index) => (
            <tr key={mark.row}>
              <th scope="row">{Number((mark.row / request.series.periodsPerYear).toFixed(2))}</th>
              {columns.map(({ heading, say }) => (
                <td key={heading}>{say(mark, fan.never.marks[index] ?? mark)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
