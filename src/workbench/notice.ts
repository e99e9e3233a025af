import { button, place } from "./place";

/** Something that the user can do about a notice. */
export interface Choice {
  readonly words: string;
  readonly act: () => void;
}

/** How long passing news stays, in milliseconds: long enough to be read twice. */
const stay = 10_000;

let passing: ReturnType<typeof setTimeout> | undefined;

/**
 * Says something in a line above the grid until it is dismissed, or another notice takes its place. Passing news goes by
 * itself, after a while or with the next change to the workbook.
 */
export function notify(
  words: readonly string[],
  kind: "passing" | "news" | "trouble",
  choices: readonly Choice[] = [],
): void {
  const line = place("notice");
  clearTimeout(passing);
  passing = kind === "passing" ? setTimeout(letPass, stay) : undefined;
  const [first = "", ...more] = words;
  const text = document.createElement("div");
  text.append(paragraph(first));
  if (more.length > 0) text.append(listOf(more));
  const buttons = document.createElement("div");
  buttons.className = "choices";
  for (const { words: label, act } of choices) {
    buttons.append(
      button(label, () => {
        dismiss();
        act();
      }),
    );
  }
  buttons.append(button("Dismiss", dismiss));
  line.classList.toggle("trouble", kind === "trouble");
  line.replaceChildren(text, buttons);
}

/** Takes the notice away. */
export function dismiss(): void {
  clearTimeout(passing);
  passing = undefined;
  place("notice").replaceChildren();
}

/** Takes passing news away; not while somebody is at its button. */
export function letPass(): void {
  if (passing === undefined) return;
  clearTimeout(passing);
  if (place("notice").matches(":hover, :focus-within")) passing = setTimeout(letPass, stay);
  else dismiss();
}

/** Something that is going on and was said to be. */
export interface Going {
  /** Is aborted when the user has asked to cancel. */
  readonly signal: AbortSignal;
  /** Says how far it is. */
  say(words: string): void;
  /** Says what comes now, and takes the way to cancel away: what comes is done to its end. */
  last(words: string): void;
}

/**
 * Does something that may take a while, and says so: the page's style shows the words after half a second. With a name
 * for the button, the user can cancel it.
 */
export async function whileSaying<T>(words: string, work: (going: Going) => Promise<T>, cancel?: string): Promise<T> {
  const progress = place("progress");
  const stop = new AbortController();
  const line = paragraph(words);
  const way = cancel === undefined ? [] : [button(cancel, () => stop.abort())];
  progress.replaceChildren(unmeasured(words), line, ...way);
  try {
    // Reading a large file keeps the page busy, and nothing new is drawn until it ends. Words that were drawn before,
    // unseen, still appear in time, because the style sheet's delay runs on its own.
    await drawn();
    return await work({
      signal: stop.signal,
      say: (more) => void (line.textContent = more),
      last(more) {
        line.textContent = more;
        for (const each of way) each.remove();
      },
    });
  } finally {
    progress.replaceChildren();
  }
}

/** Waits until the page has drawn itself once more; a page in the background, which draws nothing, doesn't wait for that. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(limit);
      setTimeout(resolve);
    });
  });
}

/** A bar for something whose end can't be told. */
function unmeasured(words: string): HTMLProgressElement {
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", words);
  return bar;
}

function paragraph(words: string): HTMLParagraphElement {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}

function listOf(words: readonly string[]): HTMLUListElement {
  const list = document.createElement("ul");
  for (const each of words) {
    const item = document.createElement("li");
    item.textContent = each;
    list.append(item);
  }
  return list;
}
