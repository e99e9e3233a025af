import { laterOperation } from "./later";
import type * as Work from "./retirement/index";
import { AS_OF, POLICY } from "./usual-arguments";

const work = (): Promise<typeof Work> => import(/* webpackChunkName: "retirement" */ "./retirement/index");

const LOTS = { name: "lots", holds: "by heading" } as const;
const TRADES = { name: "trades", holds: "by heading" } as const;

/** HARVEST: losses worth taking, by lot. */
export const harvest = laterOperation(
  { name: "HARVEST", family: "harvest", arguments: [LOTS, { name: "prices", holds: "by heading" }, AS_OF, POLICY] },
  async () => (await work()).harvest,
);

/** WASHSALES: what of losses is disallowed, over all accounts. */
export const washSales = laterOperation(
  { name: "WASHSALES", family: "harvest", arguments: [TRADES, AS_OF] },
  async () => (await work()).washSales,
);

/** SELLORDER: the lots to sell for an amount. */
export const sellOrder = laterOperation(
  {
    name: "SELLORDER",
    family: "harvest",
    arguments: [
      ...([LOTS, { name: "price", holds: "money" }, { name: "amount", holds: "money" }] as const),
      ...([{ name: "method", holds: "plain" }, AS_OF, POLICY] as const),
    ],
  },
  async () => (await work()).sellOrder,
);

/** FOLLOWED: a log of looks against the rule. */
export const followed = laterOperation(
  { name: "FOLLOWED", family: "discipline", arguments: [{ name: "log", holds: "by heading" }, POLICY, AS_OF] },
  async () => (await work()).followed,
);

/** SAFEDATES: from when what may be done. */
export const safeDates = laterOperation(
  { name: "SAFEDATES", family: "discipline", arguments: [TRADES, LOTS, POLICY, AS_OF] },
  async () => (await work()).safeDates,
);
