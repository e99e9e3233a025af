import { Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import {
  accountTypes,
  type AccountChoice,
  type Changes,
  type Choices,
  type Found,
  type FoundAccount,
  type OwnTable,
} from "../../../lists";
import { dollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { accountQuestion } from "./bring-in-words";

const useStyles = makeStyles({
  account: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  fields: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    "& > *": { flex: "1 1 9rem", minWidth: 0 },
  },
});

interface AccountsListProps {
  readonly found: Found;
  readonly own: OwnTable | undefined;
  readonly changes: Changes | undefined;
  readonly choices: Choices;
  readonly choose: (key: string, choice: Partial<AccountChoice>) => void;
}

/** The accounts that were found, with their names, types and totals, each to be corrected. */
export function AccountsList({ found, own, changes, choices, choose }: AccountsListProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const totals = new Map<string, number>();
  for (const { account, value } of found.holdings) totals.set(account, (totals.get(account) ?? 0) + value);
  const split = new Set(found.twoKinds);
  return (
    <section className={layout.card} aria-labelledby="keel-accounts">
      <h3 className={layout.subheading} id="keel-accounts">
        Accounts
      </h3>
      <ul className={layout.rows}>
        {found.accounts.map((account) => {
          const match = changes?.accounts.find(({ found: { key } }) => key === account.key);
          return (
            <li key={account.key} className={styles.account}>
              <p className={layout.text}>
                <strong>{account.name}</strong>, {dollars((totals.get(account.key) ?? 0) / 100)}
              </p>
              {split.has(account.key) && (
                <Field label="It has pre-tax and Roth money, which are taxed differently.">
                  <RadioGroup
                    value={splitValue(choices.accounts.get(account.key)?.split)}
                    onChange={(_, { value }) => choose(account.key, { split: value === "two" })}
                  >
                    <Radio value="two" label="Two accounts: pre-tax and Roth" />
                    <Radio value="one" label="One account" />
                  </RadioGroup>
                </Field>
              )}
              <div className={styles.fields}>
                {own && (
                  <Field label={`In ${own.table.name}`}>
                    <Select
                      className={layout.choice}
                      value={match?.own === undefined ? "" : (own.accounts[match.own]?.name ?? "")}
                      onChange={(_, { value }) => choose(account.key, { into: value })}
                    >
                      <option value="">A new account</option>
                      {own.accounts.map(({ name }) => (
                        <option key={name} value={name}>
                          {name}
                        </option>
                      ))}
                    </Select>
                  </Field>
                )}
                {match?.own === undefined && <NewAccount account={account} choices={choices} choose={choose} />}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function splitValue(split: boolean | undefined): string {
  return split === undefined ? "" : split ? "two" : "one";
}

interface NewAccountProps extends Pick<AccountsListProps, "choices" | "choose"> {
  readonly account: FoundAccount;
}

function NewAccount({ account, choices, choose }: NewAccountProps): ReactElement {
  const layout = useLayout();
  const { key, name, type, kind } = account;
  const known = accountTypes.some((each) => each === type);
  return (
    <>
      <Field label="Name">
        <Input
          className={layout.field}
          value={choices.accounts.get(key)?.name ?? name}
          onChange={(_, { value }) => choose(key, { name: value })}
          autoComplete="off"
        />
      </Field>
      <Field
        label="Type"
        {...(kind === undefined || account.isAssumed
          ? {
              hint: accountQuestion(account),
              validationState: kind === undefined ? ("warning" as const) : ("none" as const),
            }
          : {})}
      >
        <Select
          className={layout.choice}
          value={kind === undefined ? "" : (type ?? "")}
          onChange={(_, { value }) => choose(key, { type: value })}
        >
          {kind === undefined && <option value="">Choose</option>}
          {kind !== undefined && !known && <option value={type}>{type}</option>}
          {accountTypes.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
