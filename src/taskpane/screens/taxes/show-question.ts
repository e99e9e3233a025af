import type { ScreenProps } from "../screen";

/** Shows the calendar of the Taxes screen, for whoever was told of a date elsewhere. */
export function showDates({ changeTyped, goTo }: Pick<ScreenProps, "changeTyped" | "goTo">): void {
  changeTyped(({ taxes }) => ({ taxes: { ...taxes, question: "calendar" } }));
  goTo("taxes");
}
