import { Button, Spinner } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import type { AdviserFacts } from "../../../sheets";
import { assess, type ListStanding } from "../../holdings/assess";
import { daySerial } from "../../holdings/day";
import { decisionsOf, nameOf, type Plan, type ReadyList } from "../../../lists";
import { useLayout } from "../../components/layout";
import { NoList } from "../../components/no-list";
import { NotRead } from "../../components/not-read";
import { TroubleCard } from "../../components/trouble-card";
import type { ScreenProps } from "../screen";
import { contentsOf, maskingOf } from "./contents";
import { factsFor, hasTickers } from "./facts";
import { Handover } from "./handover";
import { Options } from "./options";
import { useWishes } from "./wishes";

/** Makes a copy of the plan that an adviser can read without Keel. */
export function Share(props: ScreenProps): ReactElement {
  const { workbook, survey, surveyAgain, goTo, say } = props;
  const layout = useLayout();
  if (survey.state === "surveying") return <Spinner label="Reading your workbook" size="small" />;
  if (survey.state === "failed") return <NotRead message={survey.message} surveyAgain={surveyAgain} />;
  const { sight } = survey;
  if (sight.found === "list") return <Ready {...props} list={sight.list} plan={sight.plan} />;
  if (sight.found === "cells") {
    return (
      <TroubleCard title="Nothing to share yet">
        <p className={layout.text}>
          Keel needs to know which column of {nameOf(sight.list)} holds the values and which the targets.
        </p>
        <div className={layout.buttons}>
          <Button appearance="primary" onClick={() => goTo("home")}>
            See what is missing
          </Button>
        </div>
      </TroubleCard>
    );
  }
  return <NoList workbook={workbook} surveyAgain={surveyAgain} say={say} />;
}

interface ReadyProps extends ScreenProps {
  readonly list: ReadyList;
  readonly plan: Plan | undefined;
}

function Ready(props: ReadyProps): ReactElement {
  const { list, plan } = props;
  const layout = useLayout();
  const assessed = useMemo(() => assess(list, decisionsOf(plan)), [list, plan]);
  if (assessed.ok) return <Copy {...props} standing={assessed} />;
  const { cell, sentence } = assessed.trouble;
  return (
    <>
      <TroubleCard title="Nothing to share yet">
        {cell !== undefined && (
          <p className={layout.text}>
            Look at cell <strong>{cell}</strong>.
          </p>
        )}
        <p className={layout.text}>{sentence}</p>
        <p className={layout.small}>Correct it in the sheet; Keel reads it again by itself.</p>
      </TroubleCard>
      <p className={layout.small}>
        Read from {nameOf(list)} on sheet {list.block.sheet}.
      </p>
    </>
  );
}

function Copy({ workbook, say, list, plan, standing }: ReadyProps & { readonly standing: ListStanding }): ReactElement {
  const layout = useLayout();
  const [wishes, change] = useWishes(workbook);
  const facts = useMemo(
    () => factsFor(list, decisionsOf(plan), standing, wishes, daySerial(new Date())),
    [list, plan, standing, wishes],
  );
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
          {...(standing.trades.ok ? {} : { noTrades: standing.trades.trouble.sentence })}
        />
        <Handover workbook={workbook} facts={facts} say={say} />
      </section>
      <Contents facts={facts} />
      <p className={layout.small}>
        Read from {nameOf(list)} on sheet {list.block.sheet}.
      </p>
    </>
  );
}

/** What the adviser will see, before anything is made. */
function Contents({ facts }: { readonly facts: AdviserFacts }): ReactElement {
  const layout = useLayout();
  return (
    <section className={layout.card} aria-labelledby="keel-share-contents">
      <h3 className={layout.subheading} id="keel-share-contents">
        What your adviser sees
      </h3>
      <ul className={layout.list}>
        {contentsOf(facts).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={layout.text}>{maskingOf(facts)}</p>
    </section>
  );
}
