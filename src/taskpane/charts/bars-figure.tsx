import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

interface BarsFigureProps {
  /** What it shows, for those who can't see it. */
  readonly words: string;
  /** What each look of a part stands for. */
  readonly keys: readonly { readonly name: string; readonly sign: ReactElement }[];
  readonly rows: readonly {
    /** Tells the rows from each other where they have no name. */
    readonly key: string;
    readonly name: string;
    /** What is read beside it. */
    readonly figure: string;
    /** What is drawn in the bar's place, which is as wide as there is room. */
    readonly bar: ReactNode;
  }[];
  /** What the drawings refer to. */
  readonly children?: ReactNode;
}

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  row: { marginTop: tokens.spacingVerticalXS },
  bar: { display: "block", width: "100%", height: "1.125rem" },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  key: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  sign: { display: "block", width: "1.5rem", height: "0.75rem", flexShrink: 0 },
  figures: { fontVariantNumeric: "tabular-nums", marginLeft: "auto" },
});

/** Lays bars out below each other, each under its name and its figure, with what their parts stand for above them all. */
export function BarsFigure({ words, keys, rows, children }: BarsFigureProps): ReactElement {
  const styles = useStyles();
  return (
    <figure className={styles.figure} role="img" aria-label={words}>
      {children}
      <ul className={styles.legend} aria-hidden="true">
        {keys.map(({ name, sign }) => (
          <li key={name} className={styles.key}>
            <svg className={styles.sign}>{sign}</svg>
            {name}
          </li>
        ))}
      </ul>
      {rows.map(({ key, name, figure, bar }) => (
        <div key={key} className={styles.row} aria-hidden="true">
          <div className={styles.head}>
            <span>{name}</span>
            <span className={styles.figures}>{figure}</span>
          </div>
          <svg className={styles.bar}>{bar}</svg>
        </div>
      ))}
    </figure>
  );
}
