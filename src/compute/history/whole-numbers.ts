/** Reads returns that are written as whole numbers of some part of 1. */
export function fromWholeNumbers(text: string, parts: number): Float64Array {
  return Float64Array.from(text.trim().split(/\s+/), (number) => Number(number) / parts);
}
