import { expect, it } from "@jest/globals";
import { fallsAlong } from "../../../src/engine/evidence/along-the-way";

it("measures each period's end from the highest point so far, the start among them", () => {
  const falls = fallsAlong(Float64Array.of(-0.1, 0.5, -0.2, 0.1, 0.25));
  expect([...falls]).toEqual([-0.1, 0, -0.2, -0.12, 0].map((fall) => expect.closeTo(fall, 12) as unknown));
});
