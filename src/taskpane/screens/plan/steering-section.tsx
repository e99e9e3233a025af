import { Button, Field, Input } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { typedDollars } from "../../../ranges";
import { steering } from "../../../operations";
import { address, paycheckFormulas, paycheckPlace, rowsAboveFunds, type Description } from "../../../sheets";
import { columnOf, decisionsOf, nameOf, sourceOf, type Plan, type ReadyList } from "../../../lists";
import { PathCurve } from "../../charts";
import { CellLink } from "../../components/cell-link";
import { useLayout } from "../../components/layout";
import { notTakenBack } from "../../components/not-taken-back";
import { Trouble } from "../../components/trouble";
import { useDeeds } from "../../components/use-deeds";
import type { ListStanding } from "../../standing/list-standing";
import type { ScreenProps } from "../screen";
import { percentsExtract } from "./extracts";
import { afterwardsWords, endWords, neverWords, pathInWords, startWords, steeringHeadline } from "./steering-words";
import { TakeAway } from "./take-away";
import { Percents } from "./web-page-section";
import type { FundPercent } from "./web-page";

interface SteeringSectionProps extends Pick<
  ScreenProps,
  "workbook" | "surveyAgain" | "namespace" | "typed" | "changeTyped" | "say" | "goTo"
> {
  readonly list: ReadyList;
  readonly plan: Plan | undefined;
  readonly standing: ListStanding;
  /** What the targets come to in whole percents. */
  readonly elections: readonly FundPercent[] | undefined;
  readonly file: string | undefined;
}

/** How many places beside the plan are tried for the formulas, each further to the right. */
const PLACES_TRIED = 6;

/** How to come back into the band by paychecks alone: which percents, for how many of them, and the way there. */
export function SteeringSection(props: SteeringSectionProps): ReactElement {
  const { typed, changeTyped, list, plan, standing, elections, file, say, goTo } = props;
  const layout = useLayout();
  const amount = typed.paycheck.trim() === "" ? 0 : typedDollars(typed.paycheck);
  const isAmount = amount !== undefined && amount >= 0;
  return (
    <section className={layout.card} aria-labelledby="keel-paychecks">
      <h3 className={layout.subheading} id="keel-paychecks">
        Steer with your paychecks
      </h3>
      <p className={layout.small}>
        New money can bring you back without selling. Type what each paycheck puts into this account.
      </p>
      <Field
        label="Each paycheck puts in"
        {...(isAmount ? {} : { validationState: "error" as const, validationMessage: "Type an amount such as 500." })}
      >
        <Input
          className={layout.field}
          inputMode="decimal"
          contentBefore="$"
          value={typed.paycheck}
          onChange={(_, data) => changeTyped(() => ({ paycheck: data.value }))}
        />
      </Field>
      {isAmount && amount > 0 && (
        <Steered
          {...props}
          amount={amount}
          list={list}
          standing={standing}
          elections={elections}
          file={file}
          say={say}
        />
      )}
      {isAmount && amount > 0 && plan && <Formulas {...props} plan={plan} amount={amount} />}
      {isAmount && amount > 0 && !plan && (
        <div className={layout.buttons}>
          <Button onClick={() => goTo("set up")}>Set up a plan to keep this in your workbook</Button>
        </div>
      )}
    </section>
  );
}

type SteeredProps = Pick<SteeringSectionProps, "list" | "plan" | "standing" | "elections" | "file" | "say"> & {
  readonly amount: number;
};

function Steered({ list, plan, standing, elections, file, say, amount }: SteeredProps): ReactElement {
  const layout = useLayout();
  const found = useMemo(
    () =>
      steering({
        values: columnOf(list, list.columns.value),
        targets: columnOf(list, list.columns.target),
        policy: decisionsOf(plan).policy,
        paycheck: [[amount]],
      }),
    [list, plan, amount],
  );
  if (!found.ok) {
    const nameAt = (row: number | undefined): string | undefined =>
      standing.funds.find((fund) => fund.row === row)?.name;
    return <p className={layout.text}>{neverWords(found.problem, nameAt)}</p>;
  }
  const steered = found.value;
  const banded = standing.rule.policy.band !== undefined;
  const percents = standing.funds.map(({ name, row }): FundPercent => ({
    fund: name,
    percent: steered.percents[row] ?? 0,
  }));
  const shown = { ...steered, percents: percents.map(({ percent }) => percent) };
  return (
    <>
      <p className={layout.text}>
        <strong>{steeringHeadline(shown, banded)}</strong>
      </p>
      {steered.paychecks > 0 && (
        <>
          <PathCurve
            points={steered.path.map(({ paychecks, outside }) => ({ x: paychecks, y: outside }))}
            words={pathInWords(steered, banded)}
            top={startWords(steered, banded)}
            left="now"
            right={endWords(steered)}
          />
          <Percents percents={percents} />
          <TakeAway what="the percents of a paycheck" rows={percentsExtract(percents)} file={file} say={say} />
        </>
      )}
      <p className={layout.small}>{afterwardsWords(steered, elections)}</p>
    </>
  );
}

type FormulasProps = Pick<
  SteeringSectionProps,
  "workbook" | "surveyAgain" | "namespace" | "typed" | "changeTyped" | "say" | "list"
> & { readonly plan: Plan; readonly amount: number };

/** Writes the same as live formulas beside the plan, and takes them back. */
function Formulas(props: FormulasProps): ReactElement {
  const { workbook, namespace, typed, changeTyped, say, list, plan, amount } = props;
  const layout = useLayout();
  const { busy, trouble, carryOut } = useDeeds(props);
  const put = typed.paychecksPut?.list === nameOf(list) ? typed.paychecksPut : undefined;

  const insert = (): Promise<void> =>
    carryOut(async () => {
      for (let place = 0; place < PLACES_TRIED; place++) {
        const written = formulasBeside(list, plan, { amount, namespace, host: workbook.host.name, place });
        const applied = await workbook.apply(written.description);
        if (applied.outcome === "blocked") continue;
        changeTyped(() => ({ paychecksPut: { list: nameOf(list), receipt: applied.receipt, cells: written.cells } }));
        say("The formulas are in.");
        return undefined;
      }
      return "Nothing was written: the columns beside your plan are filled. Make room there, then try again.";
    });
  const undo = (): Promise<void> =>
    carryOut(async () => {
      if (!put || !(await workbook.undo(put.receipt))) return notTakenBack;
      changeTyped(() => ({ paychecksPut: undefined }));
      say("Taken back.");
      return undefined;
    });
  return (
    <>
      {put ? (
        <>
          <p className={layout.text}>
            The formulas are in <CellLink workbook={workbook} block={put.cells} say={say} />.
          </p>
          <div className={layout.buttons}>
            <Button disabledFocusable={busy} onClick={() => void undo()}>
              Undo
            </Button>
          </div>
        </>
      ) : (
        <div className={layout.buttons}>
          <Button disabledFocusable={busy} onClick={() => void insert()}>
            Put the formulas beside my plan
          </Button>
        </div>
      )}
      <Trouble words={trouble} />
    </>
  );
}

/** The formulas at the first, second … place to the right of a plan, level with its funds. */
function formulasBeside(
  list: ReadyList,
  plan: Plan,
  { amount, namespace, host, place }: { amount: number; namespace: string; host: string; place: number },
): { readonly description: Description; readonly cells: ReturnType<typeof paycheckPlace> } {
  const source = sourceOf(list);
  const beside = plan.sheet?.places.all ?? plan.policyCells;
  const funds = plan.sheet?.places.columns.fund ?? source.values;
  const at = {
    sheet: beside.sheet,
    row: Math.max(0, funds.row - rowsAboveFunds),
    column: beside.column + beside.width + 1 + place * 3,
  };
  const description = paycheckFormulas(source, {
    at,
    paycheck: amount,
    policy: plan.sheet?.policyTable ?? address(plan.policyCells, true),
    namespace,
    // The workbench's grid reads plain column names only.
    names: host === "workbench" ? "plain" : "all",
  });
  return { description, cells: paycheckPlace(at, source.values.height) };
}
