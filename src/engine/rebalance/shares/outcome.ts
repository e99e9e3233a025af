/** Steps that each row ends above (+) or below (−) its base, or why there is no answer. */
export type SharesFound = readonly number[] | "cash not raised" | "not finished";
