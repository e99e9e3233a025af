import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Problem } from "../../../ranges";
import { useLayout } from "../../components/layout";
import { NotLoaded } from "../../components/not-loaded";
import { TroubleCard } from "../../components/trouble-card";
import { TryAgain } from "../../components/try-again";
import { Waiting } from "../../components/waiting";
import { problemSentence } from "../../words/trouble-sentence";
import { looksTooOften } from "./looks-words";
import type { Asked } from "./use-evidence";

/** What can be done where the past refuses: ask the built-in months instead, or change the rule. The likeliest is the first. */
export type WaysOut = (problem: Problem) => readonly { readonly words: string; readonly go: () => void }[];

interface ToldProps<Picture> {
  readonly asked: Asked<Picture>;
  readonly otherwise: WaysOut;
  readonly children: (picture: Picture) => ReactElement;
}

/** Draws what was asked, once it is told; until then says what is waited for, or why there is nothing to draw. */
export function Told<Picture>({ asked, otherwise, children }: ToldProps<Picture>): ReactElement {
  switch (asked.state) {
    case "asking":
      return <Waiting label="Following your rule through the past" />;
    case "told":
      return children(asked.picture);
    case "refused":
      return <Refused problem={asked.problem} otherwise={otherwise} />;
    case "failed":
      return asked.message === undefined ? (
        <NotLoaded again={asked.again} />
      ) : (
        <TryAgain title="No answer yet" message={asked.message} again={asked.again} />
      );
  }
}

interface RefusedProps {
  readonly problem: Problem;
  readonly otherwise: WaysOut;
}

export function Refused({ problem, otherwise }: RefusedProps): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="No answer yet">
      <p className={layout.text}>{looksTooOften(problem) ?? problemSentence(problem)}</p>
      <div className={layout.buttons}>
        {otherwise(problem).map(({ words, go }, index) => (
          <Button key={words} appearance={index === 0 ? "primary" : "secondary"} onClick={go}>
            {words}
          </Button>
        ))}
      </div>
    </TroubleCard>
  );
}
