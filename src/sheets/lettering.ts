/**
 * Estimates how wide a text is, in units of its font size (em), without a page to measure it on. Rather too wide than
 * too narrow for the system fonts of Windows, Mac and Linux, so that what fits here fits there.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

/**
 * The same for a label of a chart, which a page draws in whatever font it has: as wide as in DejaVu and Verdana, whose
 * figures and signs are the widest. In those, amounts ran out of a chart at its left edge.
 */
export function labelWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += Math.max(letterWidth(letter), widest(letter));
  return width;
}

function widest(letter: string): number {
  if (/[mW@%—…]/.test(letter)) return 1;
  if (/[+−=<>~#]/.test(letter)) return 0.84;
  return /[0-9$]/.test(letter) ? 0.64 : 0;
}

function letterWidth(letter: string): number {
  if (/[iljtfrI.,:;'|!()[\]\s/]/.test(letter)) return 0.36;
  if (/[mwMW@%—…]/.test(letter)) return 0.92;
  if (/[A-Z&+−=<>~#]/.test(letter)) return 0.7;
  if (letter <= "ʯ" || /[\u2010-\u205e]/.test(letter)) return 0.58;
  // Other scripts: an ideograph is as wide as it is high.
  return 1;
}

/**
 * Sets a text in at most `most` lines of a width (in em). Breaks between words where it can; a last line that doesn't
 * hold the rest ends with an ellipsis.
 */
export function linesOf(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim().replace(/\s+/g, " ");
  while (rest !== "" && lines.length < most) {
    if (textWidth(rest) <= width) {
      lines.push(rest);
      rest = "";
    } else if (lines.length === most - 1) {
      lines.push(cut(rest, width));
      rest = "";
    } else {
      const end = breakAt(rest, width);
      lines.push(rest.slice(0, end).trimEnd());
      rest = rest.slice(end).trimStart();
    }
  }
  return lines;
}

/** How many letters of a text go on a line: up to the last space that fits, else as many as fit, at least one. */
function breakAt(text: string, width: number): number {
  const fits = fitting(text, width);
  const space = text.slice(0, fits + 1).lastIndexOf(" ");
  return space > 0 ? space : fits;
}

function cut(text: string, width: number): string {
  return `${text.slice(0, fitting(text, width - letterWidth("…"))).trimEnd()}…`;
}

/** The length of the longest start of a text that fits, at least one letter; a letter is never cut in two. */
function fitting(text: string, width: number): number {
  let used = 0;
  let length = 0;
  for (const letter of text) {
    used += letterWidth(letter);
    if (used > width && length > 0) break;
    length += letter.length;
  }
  return length;
}
