import { Decimal as DecimalJs } from "decimal.js";

/**
 * The one Decimal constructor. 64 significant digits hold the product of three safe integers exactly, and half away
 * from zero is how a spreadsheet user rounds. decimal.js takes the precision of the left operand's constructor, so a
 * second constructor anywhere would make results depend on the order of operands.
 */
export const Decimal = DecimalJs.clone({ precision: 64, rounding: DecimalJs.ROUND_HALF_UP });
export type Decimal = DecimalJs;
