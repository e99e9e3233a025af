import type { ExamplesOf } from "./example";
import { VERSION } from "../about";

export const about = {
  VERSION: { cells: {}, formula: "=KEEL.VERSION()", result: [[VERSION]] },
} as const satisfies ExamplesOf;
