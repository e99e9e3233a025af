import { expect, it } from "@jest/globals";
import { call } from "./shipped";
import packageJson from "../../package.json";

it("KEEL.VERSION is the version that was built", () => {
  expect(call("VERSION")).toEqual([[packageJson.version]]);
});
