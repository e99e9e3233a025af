import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { BarsFigure } from "./bars-figure";
import { forced } from "./colours";

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

const useStyles = makeStyles({
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
});

/**
 * Draws tax brackets as bars that income fills, each as wide as the place: the lowest is a tenth of a higher one, and side
 * by side on one scale it would not be seen. What was there before is grey and thin, what is added solid and whole, so
 * that nobody needs the colours.
 */
export function BracketsFilled({ brackets, words, beforeName, addedName }: BracketsFilledProps): ReactElement {
  const styles = useStyles();
  return (
    <BarsFigure
      words={words}
      keys={[
        { name: beforeName, sign: <rect className={styles.before} y="35%" width="100%" height="30%" /> },
        { name: addedName, sign: <rect className={styles.added} width="100%" height="100%" /> },
        { name: "Room left", sign: <rect className={styles.whole} x="1" y="1" width="90%" height="80%" /> },
      ]}
      rows={brackets.map(({ name, size, before, added, figure }) => {
        // A bracket without an end is drawn as if a fifth of it were room.
        const whole = size ?? Math.max(1, before + added) * 1.25;
        const share = (amount: number): number => Math.min(100, (100 * amount) / whole);
        return {
          ...{ key: name, name, figure },
          bar: (
            <>
              <rect className={styles.whole} x="0.5" y="0.5" width="99.5%" height="95%" />
              <rect className={styles.before} x="0" y="35%" width={`${share(before)}%`} height="30%" />
              <rect className={styles.added} x={`${share(before)}%`} y="0" width={`${share(added)}%`} height="100%" />
            </>
          ),
        };
      })}
    />
  );
}
