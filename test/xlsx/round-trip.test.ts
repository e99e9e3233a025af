import { expect, test } from "@jest/globals";
import { readBook, writeBook } from "../../src/xlsx";
import { comparable, plan } from "./sample-book";

test("a plan with one of everything comes back as it was, pictures apart", async () => {
  const { book, leftOut } = await readBook(await writeBook(plan));
  expect(comparable(book)).toEqual(comparable(plan));
  expect(leftOut).toEqual(["Pictures and drawings are left out."]);
});
