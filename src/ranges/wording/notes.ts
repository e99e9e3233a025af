import { negated } from "../../engine";
import type { Note } from "../problem";
import { isoDay } from "../dates";
import { count, inTheRange, list, money, plain, type Places } from "./figures";
import { withQuoted } from "./quote";

/** Says what was accepted but is worth knowing, in a sentence. */
export function noteSentence(found: Note, { cell, rows }: Places = inTheRange): string {
  const note = withQuoted(found);
  switch (note.code) {
    case "targets scaled":
      return `Targets add up to ${note.as === "fractions" ? `${plain(note.sum * 100)}%` : `${plain(note.sum)}%`}; they were scaled to 100%.`;
    case "read as number":
      return `${cell(note.at)}: the text "${note.found}" was read as ${plain(note.number)}.`;
    case "read as date":
      return `${cell(note.at)}: the text "${note.found}" was read as the day ${isoDay(note.day)}.`;
    case "dash read as zero":
      return `${cell(note.at)}: a dash was read as 0.`;
    case "table turned":
      return `${note.argument}: the table lies on its side; it was read across.`;
    case "total row skipped":
      return `${cell(note.at)}: the total row was left out.`;
    case "prose left out":
      return `${cell(note.at)}: the text "${note.text}" is no holding and was left out.`;
    case "table left out":
      return `${cell(note.at)}: another table${note.isTrades ? ", of trades," : ""} begins here and was left out (${count(note.rows, "row", "rows")}).`;
    case "row below left out":
      return `${cell(note.at)} stands below the text that ends the table, and was left out.`;
    case "row left out as asked":
      return `${cell(note.at)} was left out, as you asked.`;
    case "loan left out":
      return `${cell(note.at)}: ${note.fund}, ${money(note.amount)}, is a loan and was left out.`;
    case "window left out":
      return note.sum === note.amount
        ? `${cell(note.at)}: ${note.fund}, ${money(note.amount)}, was left out, because the account ${note.account} lists what is in it.`
        : `${cell(note.at)}: ${note.fund}, ${money(note.amount)}, was left out, because the account ${note.account} lists what is in it; there it adds up to ${money(note.sum)}.`;
    case "no figure":
      return `${cell(note.at)}: ${note.fund === "" ? "the row" : note.fund} has no figure and counts 0.`;
    case "shares not read":
      return `${cell(note.at)}: "${note.found}" could not be read as shares; the row's value counts.`;
    case "description for symbol":
      return `${cell(note.at)}: Excel turned the symbol into a number, so the fund is known by its description, ${note.fund}.`;
    case "cost per share":
      return `${note.argument}: ${note.heading} is per share, and was multiplied by the shares.`;
    case "account from title":
      return `${cell(note.at)}: the account was taken from the title, "${note.account}".`;
    case "one 401(k) assumed":
      return `${note.argument}: nothing says which account this is; it was taken for one 401(k).`;
    case "another taxpayer":
      return `${cell(note.at)}: ${note.account} is a custodial account; its taxes are the child's.`;
    case "neutral account":
      return `${cell(note.at)}: trades in ${note.account} aren't taxed, and no class has its place there.`;
    case "rows of one fund added":
      return `${cell(note.at)}: ${note.fund} stands in more than one row; they were added up.`;
    case "barred fund not listed":
      return `${cell(note.at)}: "${note.fund}" is not among the funds, so this pair bars nothing.`;
    case "later trades left out":
      return `${note.argument}: ${count(note.trades, "trade", "trades")} after the day asked about ${note.trades === 1 ? "was" : "were"} left out.`;
    case "classes scaled":
      return `${cell(note.at)}: the classes of ${note.fund === "" ? "the row" : note.fund} add up to ${plain(note.as === "fractions" ? note.sum * 100 : note.sum)}%; they were scaled to 100%.`;
    case "cash price of 1":
      return `${cell(note.at)}: cash without a price counts $1 a share.`;
    case "cash owed":
      return `${cell(note.at)}: the cash is below 0 (${money(note.amount)}); it is taken from the other cash of its account.`;
    case "owed cash left out":
      return `${cell(note.at)}: ${money(note.amount)} of cash is owed and counts as 0, because its account has no more cash to take it from.`;
    case "unlisted money left out":
      return `${cell(note.at)}: ${money(note.amount)} of ${note.fund === "" ? "the row" : note.fund} is in no listed class and was left out.`;
    case "held money left out":
      return `${cell(note.at)}: ${note.fund === "" ? "the row" : note.fund} is locked with hold and has no class; its ${money(note.amount)} stays and was left out.`;
    case "cash to invest":
      return `${cell(note.at)}: ${money(note.amount)} of cash is to be invested, because Cash is none of your classes.`;
    case "owed cash to pay":
      return `${cell(note.at)}: ${money(negated(note.amount))} of cash is owed, and is paid first.`;
    case "unlisted money to sell":
      return `${cell(note.at)}: ${money(note.amount)} of ${note.fund} is in no listed class and is to be sold, as the policy says.`;
    case "menu row without a class":
      return `${cell(note.at)}: ${note.fund === "" ? "the row" : note.fund} has no asset class, so nothing of it is bought.`;
    case "basis missing":
      return `${note.argument}, ${rows(note.rows, note.argument)}: without a cost basis all that is sold there, in ${note.account}, counts as gain.`;
    case "no day given":
      return "No date is given: every gain counts as long-term, the calendar is ignored, and purchases before this plan aren't looked at.";
    case "no tax rates":
      return "No tax rates are given: a dollar of gain counts like any other, and Tax is 0. Add them to the policy, such as income 22%; gains rate 15%.";
    case "losses left over":
      return `Losses left over: ${list([...(note.short < 0 ? [`${money(negated(note.short))} short-term`] : []), ...(note.long < 0 ? [`${money(negated(note.long))} long-term`] : [])])}. They aren't set against other gains here; your tax return does that.`;
    case "plan purchase counts":
      return `Purchases of ${note.fund} in ${note.account} count for the wash-sale rule here, though the ruling, Rev. Rul. 2008-5, names only IRAs.`;
    case "header rows skipped":
      return `${note.argument}: the first ${count(note.rows, "row", "rows")} of text were taken for a header.`;
    case "blank returns":
      return `${cell(note.at)}: ${note.cells === 1 ? "the blank cell counts" : `${note.cells.toLocaleString("en-US")} blank cells of the column count`} as a return of 0.`;
    case "empty periods passed over":
      return `${note.argument}, ${rows(note.rows, note.argument)}: nothing but blanks or zeros without a date, passed over. If nothing moved in that time, put dates into a first column.`;
    case "untargeted money":
      return `${cell(note.at)} holds money but has no target, so it counts as a fund to sell.`;
    case "untargeted money left out":
      return `${cell(note.at)}: ${money(note.amount)} without a target is left out of the total, as the policy says.`;
    case "date read as row band":
      return `${cell(note.at)}: Excel had turned 5/25 into a date; it was read as the 5/25 band. Format the cell as text to keep it.`;
    case "date read as band":
      return "Policy: Excel had turned 5/25 into a date; it was read as the 5/25 band. Format the cell as text to keep it.";
    case "catch-up if offered":
      return "The higher catch-up from 60 to 63 counts; it is there only if the plan offers it.";
    case "hsa catch-up":
      return `From 55 on ${money(note.amount)} more may be paid in.`;
    case "limit reached early":
      return `That rate reaches the year's limit, ${money(note.limit)}, before the year ends. A plan that matches each pay period, without a true-up, then gives less.`;
    case "born 1959":
      return "For the year of birth 1959 the start at 73 is only proposed (Treasury, July 2024).";
    case "spouse not counted":
      return "The spouse's age counts on a joint return only.";
    case "one taxable account assumed":
      return `${note.argument}: nothing names an account; it was taken for one taxable account.`;
  }
}
