/** Said where `undo` answers no: the step stays until what was written on top of it is gone. */
export const notTakenBack =
  "Keel can’t take this back now: the workbook was changed after it. Take back what was written later, then try again, or change the cells by hand.";
