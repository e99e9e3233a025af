import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { RuleOutcome, RulesPicture } from "../../../operations";
import { percentInColumn } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { bandInWords, lookHeading, ownRule, ruleName, timesInColumn } from "./rules-words";

interface RulesMatrixProps {
  readonly picture: RulesPicture;
  readonly picked: RuleOutcome | undefined;
  readonly pick: (rule: RuleOutcome) => void;
}

const useStyles = makeStyles({
  matrix: {
    tableLayout: "fixed",
    "& tr > :not(:first-child)": { textAlign: "center", paddingLeft: tokens.spacingHorizontalXXS },
    "& thead th": { verticalAlign: "bottom", overflowWrap: "anywhere" },
    "& tbody th": { verticalAlign: "middle" },
  },
  rule: {
    minWidth: 0,
    width: "100%",
    paddingLeft: 0,
    paddingRight: 0,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
  },
  figures: { display: "flex", flexDirection: "column", lineHeight: tokens.lineHeightBase200 },
  quiet: { fontSize: tokens.fontSizeBase200 },
  own: { fontWeight: tokens.fontWeightSemibold },
});

/** The grid by band and by how often it is looked; each rule is a button that picks it. */
export function RulesMatrix({ picture, picked, pick }: RulesMatrixProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { grid, same, never } = picture;
  const bands = grid[0] ?? [];
  const cell = (rule: RuleOutcome, name: string): ReactElement => (
    <Button
      className={styles.rule}
      size="small"
      appearance={rule === picked ? "primary" : "subtle"}
      aria-pressed={rule === picked}
      onClick={() => pick(rule)}
    >
      <span className={layout.unseen}>
        {name}
        {rule === same ? `, as ${ownRule.toLowerCase()}` : ""}:{" "}
      </span>
      <span className={mergeClasses(styles.figures, rule === same && styles.own)}>
        <span>
          {rule === same && <span aria-hidden="true">◆ </span>}
          {timesInColumn(rule.statistics.rebalances)}
        </span>
        <span className={styles.quiet}>{percentInColumn(rule.drift)}</span>
      </span>
    </Button>
  );
  return (
    <table className={mergeClasses(layout.table, styles.matrix)} aria-label="Rules by band and by how often you look">
      <thead>
        <tr>
          <th scope="col">Band</th>
          {grid.map(
            ([rule]) =>
              rule && (
                <th key={rule.name} scope="col">
                  {lookHeading(rule.policy)}
                </th>
              ),
          )}
        </tr>
      </thead>
      <tbody>
        {bands.map((first, band) => (
          <tr key={first.name}>
            <th scope="row">{bandInWords(first.policy)}</th>
            {grid.map((rules) => {
              const rule = rules[band];
              return rule && <td key={rule.name}>{cell(rule, ruleName(rule))}</td>;
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">Never</th>
          <td colSpan={Math.max(1, grid.length)}>{cell(never, "Never")}</td>
        </tr>
      </tbody>
    </table>
  );
}
