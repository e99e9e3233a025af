import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { readBook, writeBook } from "../../src/xlsx";
import { books } from "./books";
import { comparable } from "./sample-book";

test("any book comes back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(books, async (book) => {
      const { book: read, leftOut } = await readBook(await writeBook(book));
      expect(comparable(read)).toEqual(comparable(book));
      expect(leftOut).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);
