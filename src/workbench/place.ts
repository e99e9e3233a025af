/** The element of the page with this id. */
export function place(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no place called ${id}.`);
  return element;
}

/** A button of the page's own style. */
export function button(words: string, click: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = words;
  element.addEventListener("click", click);
  return element;
}
