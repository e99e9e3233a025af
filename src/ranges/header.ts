/** More leading rows of text than this are not a header. */
export const MOST_HEADER_ROWS = 5;

/** How many rows of a table are searched for its headings: as many titles as a header may have, and the headings below. */
export const HEADER_SEARCH_ROWS = MOST_HEADER_ROWS + 1;
