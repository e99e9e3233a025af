import { makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { localAddress } from "../../sheets/index";
import type { CellFormula } from "../../workbook/index";
import { useLayout } from "./layout";
import { useLocalForm } from "./local-formulas";

const useStyles = makeStyles({
  button: {
    display: "block",
    width: "100%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  place: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
  formula: {
    display: "block",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** So many are listed at once; a workbook may hold thousands. */
const PAGE = 20;

interface FormulaListProps {
  readonly formulas: readonly CellFormula[];
  readonly label: string;
  readonly choose: (formula: CellFormula) => void;
  /** What pressing one does, for those who can't see what stands around it. */
  readonly name: (formula: CellFormula) => string;
}

/** Formulas with their cells and what they show, to choose one. */
export function FormulaList({ formulas, label, choose, name }: FormulaListProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const toLocal = useLocalForm();
  const [most, setMost] = useState(PAGE);
  const rest = formulas.length - most;
  return (
    <ul className={layout.rows} aria-label={label}>
      {formulas.slice(0, most).map((formula) => {
        const { cell, shows } = formula;
        return (
          <li key={`${cell.sheet}!${localAddress(cell)}`}>
            <button type="button" className={styles.button} title={name(formula)} onClick={() => choose(formula)}>
              <span className={styles.place}>{localAddress(cell)}</span> on {cell.sheet}
              {typeof shows === "string" && shows.startsWith("#") && <> shows {shows}</>}
              <span className={styles.formula}>{shortened(toLocal(formula.formula))}</span>
            </button>
          </li>
        );
      })}
      {rest > 0 && (
        <li>
          <button type="button" className={styles.button} onClick={() => setMost(most + PAGE)}>
            Show {Math.min(rest, PAGE)} more of {formulas.length.toLocaleString("en-US")}
          </button>
        </li>
      )}
    </ul>
  );
}

function shortened(formula: string): string {
  return formula.length > 90 ? `${formula.slice(0, 88)}…` : formula;
}
