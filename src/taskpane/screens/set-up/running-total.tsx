import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { ActIcon, FineIcon } from "../../components/icons";
import { useLayout } from "../../components/layout";
import type { TargetsState } from "./target-fields";

const useStyles = makeStyles({
  // It stays in sight while the funds are scrolled.
  total: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  icon: { display: "flex", flexShrink: 0 },
  complete: { color: tokens.colorStatusSuccessForeground1 },
  open: { color: tokens.colorStatusWarningForeground3 },
});

/** Says what the targets add up to, and what is still to go. */
export function RunningTotal({ state }: { readonly state: TargetsState }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { complete } = state;
  return (
    <p className={mergeClasses(layout.text, styles.total)} role="status" aria-label="Sum of your targets">
      <span className={mergeClasses(styles.icon, complete ? styles.complete : styles.open)}>
        {complete ? <FineIcon /> : <ActIcon />}
      </span>
      <span>{totalWords(state)}</span>
    </p>
  );
}

/** `92% of 100% — 8% still to go`. */
export function totalWords({ sum, complete, fractions, fields }: TargetsState): string {
  const total = `${short(sum)}% of 100%`;
  if (fields.some(({ problem }) => problem !== undefined)) return `${total} — one of the targets can’t be read`;
  if (complete) return fractions ? `${total}, read as percents` : sum === 100 ? total : `${total}, near enough`;
  const gap = Number((100 - sum).toPrecision(12));
  return gap > 0 ? `${total} — ${short(gap)}% still to go` : `${total} — ${short(-gap)}% too much`;
}

function short(percent: number): string {
  return percent.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
