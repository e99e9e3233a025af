/**
 * Steps that each row ends above (+) or below (−) its base, and the shortfall in units that the best answer can be below
 * theirs, 0 where they are proved to be best. Or no trades raise the cash.
 */
export type SharesFound = { readonly changes: readonly number[]; readonly gap: number } | "cash not raised";
