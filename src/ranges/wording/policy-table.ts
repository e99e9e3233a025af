import type { Policy } from "../../engine";
import type { ResultCells } from "../results";
import { policySentence, settingRows } from "./policy";

/** Lays out how a policy was read: a row a setting with where it comes from, and one plain sentence of weights: what has them isn't known. */
export function policyTable(policy: Policy): ResultCells {
  const rows = settingRows(policy).map((row) => [row.setting, row.value, row.given ? "yours" : "default"]);
  return [["Setting", "Value", "From"], ...rows, ["In words", policySentence(policy, "weight"), ""]];
}
