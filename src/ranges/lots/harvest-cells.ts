import { decimalOf, dollars, firstDayToBuyAgain, type Harvest, type Lot, type LotPosition } from "../../engine";
import type { ResultCells } from "../results";
import { HARVEST_HEADER, NO_LOSSES, NO_TAX_INSIDE, termWord, washWords } from "../wording/lots/harvest";
import type { LotsRange } from "./read";

const blankAfter = (text: string, width: number): string[] => [text, ...Array.from({ length: width - 1 }, () => "")];

/** Lays the losses that could be taken out, one a row, and says where there is none to take. */
export function harvestCells(
  { positions, accounts, funds }: LotsRange,
  found: readonly Harvest[],
  asOf: number,
): ResultCells {
  const width = HARVEST_HEADER.length;
  const rows = found.map(({ position, place, loss, isLongTerm, taxSaved, washedBy }) => {
    const { account, fund, lots } = positions[position] as LotPosition;
    const { acquired, shares, value, basis } = lots[place] as Lot;
    const buyer = washedBy && accounts[(positions[washedBy.position] as LotPosition).account];
    return [
      accounts[account]?.name ?? "",
      funds[fund]?.text ?? "",
      acquired ?? "",
      shares ? decimalOf(shares).toNumber() : "",
      dollars(value),
      basis === undefined ? "" : dollars(basis),
      dollars(loss),
      termWord(isLongTerm),
      dollars(taxSaved),
      washWords(washedBy?.day, buyer?.name ?? ""),
      firstDayToBuyAgain(asOf),
    ];
  });
  const hasOthers = positions.some(({ account }) => accounts[account]?.kind !== "taxable");
  return [
    HARVEST_HEADER,
    ...(rows.length > 0 ? rows : [blankAfter(NO_LOSSES, width)]),
    ...(hasOthers ? [blankAfter(NO_TAX_INSIDE, width)] : []),
  ];
}
