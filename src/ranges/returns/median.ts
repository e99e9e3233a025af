/** The median of numbers (n × 1, n above 0): of an even count the mean of the two in the middle. Puts them in order. */
export function medianOf(numbers: Float64Array): number {
  const { length } = numbers.sort();
  return ((numbers[(length - 1) >> 1] as number) + (numbers[length >> 1] as number)) / 2;
}
