import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  figures: { margin: 0, borderTop: `2px solid ${tokens.colorNeutralStroke1}`, paddingTop: tokens.spacingVerticalXS },
  figure: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    "& dt": { minWidth: 0, overflowWrap: "anywhere" },
    "& dd": { margin: 0, marginLeft: "auto", fontVariantNumeric: "tabular-nums" },
  },
});

interface FiguresProps {
  /** What each is, and how it is shown. */
  readonly figures: readonly (readonly [name: string, shown: string])[];
}

/** Figures with their names, a line each; nothing where there are none. */
export function Figures({ figures }: FiguresProps): ReactElement | null {
  const styles = useStyles();
  if (figures.length === 0) return null;
  return (
    <dl className={styles.figures}>
      {figures.map(([name, shown]) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  );
}
