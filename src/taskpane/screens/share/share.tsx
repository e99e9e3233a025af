import { Button } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import type { ListStanding } from "../../standing/list-standing";
import { nameOf, sourceOf, type List } from "../../../lists";
import { useLayout } from "../../components/layout";
import { OutdatedCard } from "../../components/outdated-card";
import { TroubleCard } from "../../components/trouble-card";
import { WithList, type InSight } from "../../components/with-list";
import { troubleSentence } from "../../words/trouble-sentence";
import type { ScreenProps } from "../screen";
import { contentsOf, maskingOf } from "./contents";
import { factsFor, hasTickers, type Wishes } from "./facts";
import { Contents } from "./contents-card";
import { Handover } from "./handover";
import { HouseholdShare } from "./household-share";
import { makeCopy } from "./make-copy";
import { NothingToShare } from "./nothing-to-share";
import { Options } from "./options";
import { Trust } from "./trust";

/** Makes a copy of the plan that an adviser can read without Keel. */
export function Share(props: ScreenProps): ReactElement {
  return (
    <WithList
      props={props}
      household={(sight) => <HouseholdShare {...props} sight={sight} />}
      unclear={(list) => <Unclear list={list} goTo={props.goTo} />}
    >
      {(inSight) => <Ready {...props} {...inSight} />}
    </WithList>
  );
}

function Unclear({ list, goTo }: { readonly list: List; readonly goTo: ScreenProps["goTo"] }): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="Nothing to share yet">
      <p className={layout.text}>
        Keel needs to know which column of {nameOf(list)} holds the values and which the targets.
      </p>
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={() => goTo("home")}>
          See what is missing
        </Button>
      </div>
    </TroubleCard>
  );
}

type ReadyProps = ScreenProps & InSight;

function Ready(props: ReadyProps): ReactElement {
  const { list, workbook, say } = props;
  const layout = useLayout();
  return (
    <>
      {/* An adviser should not be sent values from before the last trades unawares. */}
      <OutdatedCard {...props} />
      <CopyOrWhyNot {...props} />
      {workbook.trust && <Trust trust={workbook.trust} say={say} />}
      <p className={layout.small}>
        Read from {nameOf(list)} on sheet {list.block.sheet}.
      </p>
    </>
  );
}

function CopyOrWhyNot(props: ReadyProps): ReactElement {
  const { standing } = props;
  const layout = useLayout();
  if (standing.ok && standing.portfolioBand) {
    return (
      <TroubleCard title="Nothing to share yet">
        <p className={layout.text}>
          Your rule looks at all funds together, and the adviser copy says of each fund by itself whether it is in its
          band. Give your plan a band for each fund, such as 5/25, to make the copy.
        </p>
      </TroubleCard>
    );
  }
  if (standing.ok) return <Copy {...props} standing={standing} />;
  return <NothingToShare trouble={standing.trouble} />;
}

interface CopyProps extends Omit<ReadyProps, "standing"> {
  readonly standing: ListStanding;
}

function Copy({ workbook, say, list, standing, today, typed: { wishes }, changeTyped }: CopyProps): ReactElement {
  const layout = useLayout();
  const facts = useMemo(() => factsFor(list, standing, wishes, today), [list, standing, wishes, today]);
  const change = (part: Partial<Wishes>): void => changeTyped((typed) => ({ wishes: { ...typed.wishes, ...part } }));
  return (
    <>
      <section className={layout.card} aria-labelledby="keel-share">
        <h2 className={layout.heading} id="keel-share" tabIndex={-1}>
          Share with an adviser
        </h2>
        <p className={layout.text}>
          Keel makes a workbook of its own that anybody can read and print, with or without Keel. Your own workbook
          stays as it is.
        </p>
        <Options
          wishes={wishes}
          change={change}
          tickers={hasTickers(list)}
          {...(standing.acting.ok ? {} : { noTrades: troubleSentence(standing.acting.trouble) })}
        />
        <Handover
          workbook={workbook}
          make={(money) => makeCopy({ ...facts, money }, new Date())}
          values={sourceOf(list).values}
          say={say}
        />
      </section>
      <Contents lines={contentsOf(facts)} masking={maskingOf(facts)} />
    </>
  );
}
