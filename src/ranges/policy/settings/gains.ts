import { centsFromDollars, dollars, succeeded } from "../../../engine";
import { typedDollars } from "../../typed-dollars";
import { money } from "../../wording/figures";
import { amountInCell, amountOf, map, NUMBER } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

export const gains = {
  label: "Gains",
  known: "gains none, gains up to $2,000, gains allowed",
  forms: [
    { shape: /^gains none$/, read: () => succeeded("none") },
    { shape: /^gains allowed$/, read: () => succeeded("allowed") },
    {
      shape: new RegExp(`^gains up to ${NUMBER}$`),
      read: ([, amount = ""], typed) => map(amountOf(amount, typed), (upTo) => ({ upTo })),
    },
  ],
  cell: { word: "gains", number: (number, found) => map(amountInCell(number, found), (upTo) => ({ upTo })) },
  unset: { value: "none", shown: "none" },
  show: (value) => (typeof value === "string" ? value : `up to ${money(value.upTo)}`),
} as const satisfies PolicySetting<"gains">;

/** What is typed before an amount. */
const UP_TO = "up to ";

export const gainsInPlan = {
  say: (value) => (typeof value === "string" ? value : `up to ${money(value.upTo)}`),
  help: "Taxable gains allowed: none, allowed, or up to $2,000.",
  question: {
    ask: "How much taxable gain may the trades take?",
    rare: false,
    where: ["taxable account"],
    kind: "text",
    hint: "Dollars of net gain that all sales in taxable accounts may come to.",
    ready: [
      {
        typed: "",
        name: "None",
        meaning: "The usual answer. Classes that only a taxed gain would bring back stay off.",
      },
      { typed: "allowed", name: "As much as it takes", meaning: "Of equal plans the one with the least tax is taken." },
      { typed: UP_TO, name: "Up to an amount", field: "Amount in dollars" },
    ],
    read: (typed) => {
      const words = typed.trim().toLowerCase();
      if (words === "" || words === "none") return {};
      if (words === "allowed") return { gains: "allowed" };
      const amount = words.startsWith(UP_TO.trim()) ? words.slice(UP_TO.length - 1).trim() : "";
      const upTo = amount === "" ? undefined : typedDollars(amount);
      return upTo === undefined || upTo < 0 ? undefined : upTo === 0 ? {} : { gains: { upTo: centsFromDollars(upTo) } };
    },
    type: ({ gains: given }) => {
      if (given === undefined || given === "none") return "";
      if (given === "allowed") return given;
      const decimals = given.upTo % 100 === 0 ? 0 : 2;
      return UP_TO + dollars(given.upTo).toLocaleString("en-US", { minimumFractionDigits: decimals });
    },
    unread: "Type an amount such as 2,000.",
  },
} as const satisfies SettingInPlan<"gains">;
