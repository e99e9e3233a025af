import type { Spreadsheet } from "./spreadsheet";

/** Draws the grid in dark colours while the reader's setting asks for them. The page's own parts follow it by their style sheet. */
export function followDarkness({ api }: Spreadsheet): void {
  const setting = matchMedia("(prefers-color-scheme: dark)");
  const follow = (): void => {
    api.toggleDarkMode(setting.matches);
  };
  setting.addEventListener("change", follow);
  follow();
}
