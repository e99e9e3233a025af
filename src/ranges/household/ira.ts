/** What of deferred accounts is no plan of an employer. */
const IRA = /\biras?\b|\bindividual retirement\b/i;

/** Whether an account's type or name says that it is an individual retirement account. */
export function isIra(text: string): boolean {
  return IRA.test(text);
}
