import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useId, useMemo, type ReactElement } from "react";
import type { Found, FoundFund, OwnTable } from "../../../lists";
import { assetClasses } from "../../../ranges";
import { dollars } from "../../components/figures";
import { useFirstOfMany } from "../../components/first-of-many";
import { useLayout } from "../../components/layout";
import { fundLabel, madeSentence } from "./bring-in-words";
import { mixSum, percentIn, withFundChoice, withMix, type BringIn } from "./state";

const useStyles = makeStyles({
  fund: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  open: { paddingLeft: tokens.spacingHorizontalS, borderLeft: `3px solid ${tokens.colorStatusWarningForeground3}` },
  name: { flex: "1 1 10rem", minWidth: 0 },
  class: { flex: "1 1 10rem", minWidth: 0 },
  said: { flexBasis: "100%" },
  mix: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    flexBasis: "100%",
    "& > *": { flex: "1 1 8rem", minWidth: 0 },
  },
});

interface FundsListProps {
  readonly found: Found;
  readonly state: BringIn;
  readonly own: OwnTable | undefined;
  readonly change: (next: (old: BringIn) => BringIn) => void;
}

/** What the menu of a fund's class says beside the classes. */
const SEVERAL = "several";
const ALONE = "alone";

/** What each fund is made of, those that have to be asked first. */
export function FundsList({ found, state, own, change }: FundsListProps): ReactElement {
  const layout = useLayout();
  const values = useMemo(() => {
    const sums = new Map<string, number>();
    for (const { fund, value } of found.holdings) sums.set(fund, (sums.get(fund) ?? 0) + value);
    return sums;
  }, [found]);
  // In the order in which they were asked first: a line that is answered stays where it is.
  const funds = useMemo(() => {
    const asked = (fund: FoundFund): boolean =>
      fund.made.kind === "open" || state.choices.funds.has(fund.key) || fund.key in state.mixes;
    const isCash = ({ isCash: cash, made }: FoundFund): boolean =>
      cash && made.kind === "class" && made.class === "Cash";
    const shown = found.funds.filter((fund) => !isCash(fund));
    return [...shown.filter(asked), ...shown.filter((fund) => !asked(fund))];
  }, [found, state.choices.funds, state.mixes]);
  const classes = useMemo(() => classesIn(found, own), [found, own]);
  const { shown, list, rest } = useFirstOfMany(funds, "fund");
  // Stable value is bonds to one owner and cash to another: that is asked, and has no usual answer.
  const open = funds.filter(
    ({ made, key }) => made.kind === "open" && made.about !== "stable value" && !(key in state.mixes),
  );
  if (funds.length === 0) return <></>;
  return (
    <section className={layout.card} aria-labelledby="keel-classes">
      <h3 className={layout.subheading} id="keel-classes">
        What the funds are made of
      </h3>
      {open.length > 1 && (
        <div className={layout.buttons}>
          <Button
            onClick={() =>
              change((old) => open.reduce((state, { key }) => withFundChoice(state, key, { kind: "leave alone" }), old))
            }
          >
            Leave all {open.length} that Keel doesn’t know alone
          </Button>
        </div>
      )}
      <ul className={layout.rows} ref={list}>
        {shown.map((fund) => (
          <Fund
            key={fund.key}
            fund={fund}
            value={values.get(fund.key) ?? 0}
            classes={classes}
            state={state}
            change={change}
          />
        ))}
      </ul>
      {rest}
    </section>
  );
}

interface FundProps extends Pick<FundsListProps, "state" | "change"> {
  readonly fund: FoundFund;
  /** Cents, in all accounts. */
  readonly value: number;
  readonly classes: readonly string[];
}

function Fund({ fund, value, classes, state, change }: FundProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const id = useId();
  const { key, made } = fund;
  const typed = state.mixes[key];
  const said = typed === undefined ? madeSentence(made) : undefined;
  const chosen =
    typed !== undefined || made.kind === "mix"
      ? SEVERAL
      : made.kind === "class"
        ? made.class
        : made.kind === "open"
          ? ""
          : ALONE;
  const choose = (text: string): void =>
    change((old) => {
      if (text === SEVERAL) return withMix(old, key, percentsOf(made, classes));
      if (text === "") return withFundChoice(old, key, undefined);
      return withFundChoice(old, key, text === ALONE ? { kind: "leave alone" } : { kind: "class", class: text });
    });
  return (
    <li className={mergeClasses(styles.fund, chosen === "" && styles.open)}>
      <label className={mergeClasses(layout.text, styles.name)} htmlFor={id}>
        {fundLabel(fund)}, {dollars(value / 100)}
      </label>
      <Select
        id={id}
        className={mergeClasses(layout.choice, styles.class)}
        value={chosen}
        onChange={(_, data) => choose(data.value)}
      >
        {chosen === "" && <option value="">Choose</option>}
        {classes.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        <option value={SEVERAL}>Several classes</option>
        <option value={ALONE}>Leave it alone</option>
      </Select>
      {said !== undefined && <p className={mergeClasses(layout.small, styles.said)}>{said}</p>}
      {typed === undefined && made.kind === "mix" && (
        <div className={layout.buttons}>
          <Button size="small" onClick={() => change((old) => withMix(old, key, percentsOf(made, classes)))}>
            Change the mix<span className={layout.unseen}> of {fundLabel(fund)}</span>
          </Button>
        </div>
      )}
      {typed !== undefined && <Mix fund={fund} percents={typed} classes={classes} change={change} />}
    </li>
  );
}

interface MixProps extends Pick<FundProps, "fund" | "classes" | "change"> {
  readonly percents: Readonly<Record<string, string>>;
}

function Mix({ fund, percents, classes, change }: MixProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const sum = Number(mixSum(percents).toFixed(2));
  return (
    <>
      <div className={styles.mix} role="group" aria-label={`Mix of ${fundLabel(fund)}`}>
        {classes.map((name) => {
          const text = percents[name] ?? "";
          return (
            <Field
              key={name}
              label={name}
              size="small"
              {...(percentIn(text) === undefined ? { validationMessage: "Type a percent, such as 54." } : {})}
            >
              <Input
                className={layout.field}
                value={text}
                contentAfter="%"
                inputMode="decimal"
                autoComplete="off"
                onChange={(_, { value }) => change((old) => withMix(old, fund.key, { ...percents, [name]: value }))}
              />
            </Field>
          );
        })}
      </div>
      <p className={mergeClasses(layout.small, styles.said)} role="status">
        {sum === 100 ? "100% together." : `${String(sum)}% of 100%.`}
      </p>
    </>
  );
}

/** What the fields of a mix begin with. */
function percentsOf(made: FoundFund["made"], classes: readonly string[]): Readonly<Record<string, string>> {
  if (made.kind !== "mix") return Object.fromEntries(classes.map((name) => [name, ""]));
  return Object.fromEntries(
    [...new Set([...classes, ...Object.keys(made.weights)])].map((name) => {
      const weight = made.weights[name];
      return [name, weight === undefined ? "" : String(Number((100 * weight).toFixed(4)))];
    }),
  );
}

/** Keel's classes, and those that the owner's columns and tables speak of. */
function classesIn({ funds }: Found, own: OwnTable | undefined): readonly string[] {
  const said = funds.flatMap(({ made }) =>
    made.kind === "class" ? [made.class] : made.kind === "mix" ? Object.keys(made.weights) : [],
  );
  const kept = [...(own?.funds.values() ?? [])].flatMap((each) => (each.kind === "class" ? [each.class] : []));
  return [...new Set([...assetClasses, ...said, ...kept])];
}
