/** More leading rows of text than this are not a header of a column. */
export const MOST_HEADER_ROWS = 5;

/** How many rows may stand above the headings of a table: account downloads begin with titles, summaries and filters. */
export const TABLE_HEADER_ROWS = 30;
