import * as operations from "../operations";
import { answerOne } from "./answer";

/**
 * The version of Keel that answers.
 * @customfunction VERSION
 * @returns {any} Text such as 1.2.3.
 */
export function version(): any {
  return answerOne(operations.version.answer());
}
