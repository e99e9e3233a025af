import * as operations from "../operations";
import { answer } from "./answer";

/**
 * How Keel read your policy: a row a setting, and one plain sentence.
 * @customfunction POLICY
 * @param {any[][]} policy Your rule: text such as "annual and 5/25", or the range of a Policy table.
 * @returns {any[][]} Setting, value, and where it comes from.
 */
export function policy(policy: any[][]): any[][] {
  return answer(operations.policy(policy));
}
