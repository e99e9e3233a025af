/**
 * Places cash among the rows that may trade, without trading the other way, as CONTRIBUTE and WITHDRAW do
 * (`rebalance/level-fill.ts`), in doubles: + raises the emptiest rows to a common level of value ÷ target, − empties rows
 * without a target first, in proportion, then lowers the fullest. Writes what each row trades (n × 1) and returns whether
 * there is a way.
 */
export function placeInDoubles(
  values: Float64Array,
  targets: Float64Array,
  cash: number,
  mayTrade: Uint8Array,
  trades: Float64Array,
  doubt: number,
): boolean {
  // So few that a call of `fill` takes longer.
  for (let row = 0; row < trades.length; row++) trades[row] = 0;
  if (cash === 0) return true;
  const rows = values.length;
  let money = cash;
  let whole = 0;
  let untargeted = 0;
  for (let row = 0; row < rows; row++) {
    if (mayTrade[row] === 0) continue;
    const target = targets[row] as number;
    if (target > 0) {
      money += values[row] as number;
      whole += target;
    } else untargeted += values[row] as number;
  }
  if (cash < 0 && untargeted > 0) {
    const share = Math.min(1, -cash / untargeted);
    for (let row = 0; row < rows; row++) {
      if (mayTrade[row] === 1 && targets[row] === 0) trades[row] = -share * (values[row] as number);
    }
    if (share < 1) return true;
    money += untargeted;
  }
  if (money < -doubt || (cash > 0 && whole === 0)) return false;
  const left = cash > 0 ? cash : Math.min(0, cash + untargeted);
  if (left === 0 || whole === 0) return true;

  // Rows on the far side of the level leave it, which moves it away from them: at most one pass a row.
  const side = cash > 0 ? 1 : -1;
  let level = money / whole;
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    let [kept, parts] = [left, 0];
    for (let row = 0; row < rows; row++) {
      const target = targets[row] as number;
      if (mayTrade[row] === 0 || target === 0) continue;
      if ((level * target - (values[row] as number)) * side <= 0) continue;
      kept += values[row] as number;
      parts += target;
    }
    const next = parts > 0 ? kept / parts : level;
    if ((level - next) * side > 0) {
      level = next;
      isSettled = false;
    }
  }
  level = Math.max(0, level);
  for (let row = 0; row < rows; row++) {
    if (mayTrade[row] === 0 || targets[row] === 0) continue;
    const trade = level * (targets[row] as number) - (values[row] as number);
    trades[row] = trade * side > 0 ? trade : 0;
  }
  return true;
}
