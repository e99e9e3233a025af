import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  choice: { display: "block", overflowWrap: "anywhere" },
  meaning: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What an answer is called, and what it means. */
export interface Answer {
  readonly name: string;
  readonly meaning?: string;
}

interface ChoicesProps {
  readonly question: string;
  readonly choices: readonly Answer[];
  /** Which of them is chosen, counted from 0; −1 if none is. */
  readonly chosen: number;
  readonly choose: (choice: number) => void;
}

/** A question with a few answers, one below the other, each with what it means. */
export function Choices({ question, choices, chosen, choose }: ChoicesProps): ReactElement {
  const styles = useStyles();
  return (
    <Field label={question}>
      <RadioGroup value={String(chosen)} onChange={(_, { value }) => choose(Number(value))}>
        {choices.map(({ name, meaning }, index) => (
          <Radio
            key={name}
            value={String(index)}
            label={
              <span className={styles.choice}>
                {name}
                {meaning !== undefined && <span className={styles.meaning}>{meaning}</span>}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
