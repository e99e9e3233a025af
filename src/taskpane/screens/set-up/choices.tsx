import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Choice } from "./questions";

const useStyles = makeStyles({
  choice: { display: "block", overflowWrap: "anywhere" },
  meaning: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface ChoicesProps {
  readonly question: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly choose: (policy: string) => void;
}

/** A question with a few answers, one below the other, each with what it means. */
export function Choices({ question, choices, chosen, choose }: ChoicesProps): ReactElement {
  const styles = useStyles();
  return (
    <Field label={question}>
      <RadioGroup value={chosen} onChange={(_, { value }) => choose(value)}>
        {choices.map(({ policy, name, meaning }) => (
          <Radio
            key={policy}
            value={policy}
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
