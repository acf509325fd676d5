import { Buyer, type Told } from "../load/buyer.ts";
import type { BuyersRow } from "../report/rows.ts";
import type { DatabaseSource } from "../run/database.ts";
import { watchOthers } from "../run/others.ts";
import { startShop } from "../run/servers.ts";
import { makeShop, type Shop } from "../shop/make-shop.ts";
import { openSql } from "../torture/world/sql.ts";

const buyers = 200;
const units = 100;

/** Why a buyer may be refused when there is not enough: in the cart already, or by the order itself. */
const clearReasons = ["cart.insufficient_stock", "checkout.insufficient_stock"];

type Wave = Pick<BuyersRow, "wave"> & { run: (buyers: readonly Buyer[]) => Promise<Told[]> };

const waves: readonly Wave[] = [
  { wave: "all press the last button at once", run: placeAtOnce },
  { wave: "all come at once, and checkouts hold", run: (all) => Promise.all(all.map(wholeWay)) },
];

/** More buyers than units, all at once: as many orders as units, everybody else told why. Throws when it is otherwise. */
export async function measureBuyers(databases: DatabaseSource, say: (row: BuyersRow) => void): Promise<void> {
  const shop = await makeShop(await databases.create("buyers"), 200, { scarce: { variants: waves.length, units } });
  const server = await startShop(shop.database);
  const broken: string[] = [];
  try {
    for (const [i, { wave, run }] of waves.entries()) {
      const variantId = shop.facts.scarceVariantIds[i] ?? "";
      const crowd = Array.from({ length: buyers }, (_, n) => new Buyer(server.url, { variantId, facts: shop.facts, email: `buyer${n}@example.com` }));
      const others = watchOthers();
      const startedAt = performance.now();
      const told = await run(crowd);
      const row = { ...countUp(told), ...(await stored(shop, variantId)) };
      const seconds = (performance.now() - startedAt) / 1_000;
      say({ part: "buyers", dialect: databases.dialect, wave, buyers, units, seconds, othersCores: others(), ...row });
      const isRight = row.orders === units && row.refused === buyers - units && row.otherwise === 0 && row.ordersStored === units && row.reservedStored === units;
      if (!isRight) broken.push(`${wave}: ${JSON.stringify(row)}`);
    }
  } finally {
    await server.stop();
  }
  if (broken.length > 0) throw new Error(`${databases.dialect}: ${units} units and ${buyers} buyers did not make ${units} orders and ${buyers - units} refusals\n${broken.join("\n")}`);
}

async function placeAtOnce(all: readonly Buyer[]): Promise<Told[]> {
  const early = await Promise.all(all.map((buyer) => buyer.fillIn({ isHolding: false })));
  const failed = early.find((told) => told !== null);
  if (failed) throw new Error(`a buyer did not get to the last button: ${failed.status} ${failed.reason ?? ""}`);
  return Promise.all(all.map((buyer) => buyer.place()));
}

async function wholeWay(buyer: Buyer): Promise<Told> {
  return (await buyer.fillIn({ isHolding: true })) ?? buyer.place();
}

function countUp(told: readonly Told[]): Pick<BuyersRow, "orders" | "refused" | "otherwise" | "slowestMs" | "answers"> {
  const answers: Record<string, number> = {};
  for (const { status, reason } of told) {
    const words = status === 200 ? "200" : `${status} ${reason ?? "without a reason"}`;
    answers[words] = (answers[words] ?? 0) + 1;
  }
  const orders = told.filter(({ status }) => status === 200).length;
  const refused = told.filter(({ status, reason }) => status === 409 && reason !== null && clearReasons.includes(reason)).length;
  return { orders, refused, otherwise: told.length - orders - refused, slowestMs: Math.max(...told.map((each) => each.milliseconds)), answers };
}

/** What the database says of it. */
async function stored({ database }: Shop, variantId: string): Promise<Pick<BuyersRow, "ordersStored" | "reservedStored">> {
  const sql = await openSql(database);
  try {
    const [sold] = await sql.rows<{ orders: number }>(
      "select count(*) as orders from orders o join order_lines l on l.order_id = o.id where l.variant_id = ? and o.status = 'confirmed'",
      [variantId],
    );
    const [level] = await sql.rows<{ reserved: number }>("select sum(reserved) as reserved from stock_levels where variant_id = ?", [variantId]);
    return { ordersStored: sold?.orders ?? 0, reservedStored: level?.reserved ?? 0 };
  } finally {
    await sql.close();
  }
}
