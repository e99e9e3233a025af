import { useMemo, type ReactElement } from "react";
import { followed } from "../../../operations";
import { useFirstOfMany } from "../../components/first-of-many";
import { useLayout } from "../../components/layout";
import type { ScreenProps } from "../screen";
import { columnNamesIn } from "../taxes/balance-formulas";
import { KeepAnswer } from "../taxes/keep-answer";
import { knownTo, wholeList } from "../taxes/known";
import { useAnswer } from "../taxes/use-answer";
import { FOLLOWED_RULE, followedHeadline, followedRemarks, lookLine } from "./followed-words";
import { useLogTable } from "./use-log";

/** How faithfully the rule's dates were followed, by the log. Nothing without a log, or without dates in the rule. */
export function FollowedSection(props: ScreenProps): ReactElement | null {
  const { workbook, onLook, survey, today } = props;
  const layout = useLayout();
  const log = useLogTable(workbook, onLook);
  const { policy } = useMemo(() => knownTo(survey, columnNamesIn(workbook)), [survey, workbook]);
  const given = useMemo(
    () => (log && policy ? ([log.values, policy.cells, [[today]]] as Parameters<typeof followed.decide>) : undefined),
    [log, policy, today],
  );
  const answer = useAnswer(followed, given);
  const record = answer?.state === "answered" ? answer.record : undefined;
  // The latest first: it is what can still be changed.
  const latest = useMemo(() => [...(record?.found ?? [])].reverse(), [record]);
  const { shown, list, rest } = useFirstOfMany(latest, "look");
  // A rule without dates has nothing to be followed, and a log that can't be read is for FOLLOWED in the sheet to say.
  if (!log || !policy || answer?.state !== "answered" || answer.record.range.looks.length === 0) return null;
  return (
    <section className={layout.card} aria-labelledby="keel-followed">
      <h3 className={layout.subheading} id="keel-followed">
        Did you follow your rule?
      </h3>
      <p className={layout.text}>
        <strong>{followedHeadline(latest)}</strong>
      </p>
      {followedRemarks(latest).map((words) => (
        <p key={words} className={layout.text}>
          {words}
        </p>
      ))}
      {latest.length > 0 && (
        <ul className={layout.rows} ref={list}>
          {shown.map((look) => {
            const { what, verdict } = lookLine(look);
            return (
              <li key={`${look.due} ${look.looked}`} className={layout.row}>
                <span className={layout.rowName}>{what}</span>
                <span className={layout.rowFigure}>{verdict}</span>
              </li>
            );
          })}
        </ul>
      )}
      {rest}
      <p className={layout.small}>{FOLLOWED_RULE}</p>
      <KeepAnswer
        {...props}
        question="followed"
        answered={answer.answered}
        keeping={{
          ...{ title: "Did I follow my rule?", sheet: "Keel followed", function: "FOLLOWED" },
          arguments: [
            { reference: wholeList({ table: log.name, block: log.block }) },
            { reference: policy.reference },
            { reference: "TODAY()" },
          ],
        }}
      />
    </section>
  );
}
