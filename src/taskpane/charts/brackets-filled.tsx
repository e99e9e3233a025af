import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

/** A tax bracket with what fills it. Dollars. */
export interface FilledBracket {
  /** Its rate in words: `22%`. */
  readonly name: string;
  /** How much fits in; undefined where it has no end. */
  readonly size: number | undefined;
  readonly before: number;
  readonly added: number;
  /** What is read beside it. */
  readonly figure: string;
}

interface BracketsFilledProps {
  readonly brackets: readonly FilledBracket[];
  /** What it shows, for those who can't see it. */
  readonly words: string;
  readonly beforeName: string;
  readonly addedName: string;
}

// In forced colours the browser leaves drawings alone, so they take the system's colours here.
const forced = "@media (forced-colors: active)";

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  row: { marginTop: tokens.spacingVerticalXS },
  bar: { display: "block", width: "100%", height: "1rem" },
  whole: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    [forced]: { fill: "Canvas", stroke: "CanvasText" },
  },
  before: {
    fill: tokens.colorNeutralForeground3,
    fillOpacity: "0.55",
    [forced]: { fill: "GrayText", fillOpacity: "1" },
  },
  added: { fill: tokens.colorBrandForeground1, [forced]: { fill: "Highlight" } },
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

/**
 * Draws tax brackets as bars that income fills, each as wide as the place: the lowest is a tenth of a higher one, and side
 * by side on one scale it would not be seen. What was there before is grey and thin, what is added solid and whole, so
 * that nobody needs the colours.
 */
export function BracketsFilled({ brackets, words, beforeName, addedName }: BracketsFilledProps): ReactElement {
  const styles = useStyles();
  const keys = [
    [beforeName, <rect key="before" className={styles.before} y="35%" width="100%" height="30%" />],
    [addedName, <rect key="added" className={styles.added} width="100%" height="100%" />],
    ["Room left", <rect key="room" className={styles.whole} x="1" y="1" width="90%" height="80%" />],
  ] as const;
  return (
    <figure className={styles.figure} role="img" aria-label={words}>
      <ul className={styles.legend} aria-hidden="true">
        {keys.map(([name, sign]) => (
          <li key={name} className={styles.key}>
            <svg className={styles.sign}>{sign}</svg>
            {name}
          </li>
        ))}
      </ul>
      {brackets.map(({ name, size, before, added, figure }) => {
        // A bracket without an end is drawn as if a fifth of it were room.
        const whole = size ?? Math.max(1, before + added) * 1.25;
        const share = (amount: number): number => Math.min(100, (100 * amount) / whole);
        return (
          <div key={name} className={styles.row} aria-hidden="true">
            <div className={styles.head}>
              <span>{name}</span>
              <span className={styles.figures}>{figure}</span>
            </div>
            <svg className={styles.bar}>
              <rect className={styles.whole} x="0.5" y="0.5" width="99.5%" height="95%" />
              <rect className={styles.before} x="0" y="35%" width={`${share(before)}%`} height="30%" />
              <rect className={styles.added} x={`${share(before)}%`} y="0" width={`${share(added)}%`} height="100%" />
            </svg>
          </div>
        );
      })}
    </figure>
  );
}
