/** Where the next piece of a formula begins: a text, a quoted sheet and a bracketed column are one piece, all else is a sign at a time. */
export function afterPiece(formula: string, at: number): number {
  const sign = formula[at];
  if (sign === '"' || sign === "'") {
    let end = at + 1;
    while (end < formula.length) {
      if (formula[end] !== sign) end += 1;
      else if (formula[end + 1] === sign) end += 2;
      else return end + 1;
    }
    return end;
  }
  if (sign === "[") {
    let depth = 0;
    for (let end = at; end < formula.length; end += 1) {
      // Inside brackets an apostrophe takes the sign behind it as it is.
      if (formula[end] === "'") end += 1;
      else if (formula[end] === "[") depth += 1;
      else if (formula[end] === "]" && --depth === 0) return end + 1;
    }
    return formula.length;
  }
  return at + 1;
}
