// The past returns that come with Keel, loaded on first use, in a chunk of their own.
export { annualReturns } from "./annual";
export { monthlyReturns } from "./monthly";
