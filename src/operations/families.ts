/** The questions that functions answer, in the order in which they are shown. */
export const QUESTIONS = {
  allocation: "Where am I?",
  rebalance: "What do I trade?",
  household: "What do my accounts trade together?",
  policy: "Is it time?",
  evidence: "What would it have done?",
  statistics: "What do past returns say?",
  dynamic: "Which mix fits my age?",
  retirement: "What do the plan and the tax law say?",
  harvest: "Which lots do I sell?",
  discipline: "Did I follow my rule?",
  about: "Which Keel is this?",
} as const;

/** A group of functions that answer the same question. */
export type Family = keyof typeof QUESTIONS;
