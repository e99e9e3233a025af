import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "../../components/layout";

interface FiguresByLineProps {
  /** What the table tells, for those who can't see it. */
  readonly label: string;
  /** What stands above each column; no two are the same. */
  readonly heads: readonly string[];
  /** A figure for each column. Two funds may have the same name. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

const useStyles = makeStyles({
  figures: {
    tableLayout: "fixed",
    "& thead th": { textAlign: "right", fontSize: tokens.fontSizeBase200 },
    "& tbody th": { borderBottomStyle: "none", paddingBottom: 0 },
    "& tbody td": { textAlign: "right", paddingTop: 0 },
  },
});

/** Figures of up to four things side by side. What they are has a line of its own: beside four columns, a narrow pane has no room for it. */
export function FiguresByLine({ label, heads, rows }: FiguresByLineProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <table className={mergeClasses(layout.table, styles.figures)} aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row, index) => (
        <tbody key={index}>
          <tr>
            <th scope="rowgroup" colSpan={heads.length}>
              {row.label}
            </th>
          </tr>
          <tr>
            {row.cells.map((cell, column) => (
              <td key={heads[column]}>{cell}</td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  );
}
