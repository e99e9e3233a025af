import type { Name } from "./names";

const CASH = /^(CASH|CASH BALANCE|CASH ACCOUNT|USD|US DOLLARS?|U\.S\. DOLLARS?)$/;

/** Whether a name stands for the account's cash. */
export function isCash({ key }: Name): boolean {
  return CASH.test(key);
}

/**
 * Core and settlement positions of the big brokers, by their symbols. A symbol with asterisks behind it, `SPAXX**`, is
 * one too: so their downloads mark the fund that an account keeps its cash in.
 */
const CORE_SYMBOL =
  /^(SPAXX|FDRXX|FZFXX|FDLXX|FZDXX|SPRXX|FCASH|CORE|VMFXX|VMRXX|VMMXX|SWVXX|SNVXX|SNSXX|SNOXX|SNAXX|QACDS|CUR:?USD|USD999997)\**$|^[A-Z]{3,5}\*{1,3}$/;

/** What their pages and downloads call it. */
const CORE_NAME = [
  // Cash & Cash Investments, Cash and sweep funds, Brokerage cash, Uninvested cash balance
  /^((BROKERAGE|UNINVESTED|AVAILABLE|NET|SWEEP|CORE|SETTLED|OTHER|INVESTABLE|FREE) )?CASH( (&|AND|OR|\/) .*)?( (BALANCE|RESERVES?|EQUIVALENTS?|INVESTMENTS?|MMF|SWEEP|ACCOUNT|FUNDS?|POSITION|HOLDINGS?))*$/,
  /^(CASH )?SWEEP( (FUNDS?|ACCOUNT|VEHICLE|DEPOSITS?))?$|^BANK (DEPOSIT )?SWEEP( .*)?$/,
  /^(SETTLEMENT FUND|CORE|CORE (POSITION|ACCOUNT|CASH|FUND))$/,
  /^HELD IN (MONEY MARKET|CASH|FCASH|FDIC.*)$/,
  /^MONEY MARKET( FUNDS?| ACCOUNT)?$|^FDIC[- ]INSURED DEPOSIT( SWEEP| AT .*)?( PROGRAM)?.*$|^(BANK|INSURED) DEPOSIT( PROGRAM| ACCOUNT)?$/,
  // Money on its way, which may be owed.
  /^(PENDING|UNSETTLED)( (ACTIVITY|CASH|CREDITS?|DEBITS?|CREDITS?\/DEBITS?|TRADES?|TRANSACTIONS?|SALES?|PURCHASES?|FUNDS?|AMOUNT|BALANCE|DEPOSITS?))*$/,
  /^CASH (DEBITS?|CREDITS?|DUE|OWED|PENDING|IN TRANSIT|TOTAL)$|^MARGIN (BALANCE|DEBIT|LOAN)$/,
].map(({ source }) => source);

const PRICED_AT_ONE = new RegExp([CASH.source, CORE_SYMBOL.source, ...CORE_NAME].join("|"));

/** Whether a name stands for money of which a share is worth a dollar: cash, or the fund that an account keeps its cash in. */
export function isPricedAtOne({ key }: Name): boolean {
  return PRICED_AT_ONE.test(key);
}
