import Sqlite from "better-sqlite3";
import pg from "pg";

/** How a table's rows become those of another order: what names rows of the order, what is unique by its hash, and when it was. */
interface Copied {
  table: string;
  /** Of which rows the copies are made. */
  models: string;
  ids: readonly string[];
  hashes?: readonly string[];
  times?: readonly string[];
  /** Numbered by the database. */
  leftOut?: readonly string[];
}

const ofOrders = (column: string) => `${column} in (select id from orders)`;

const copied: readonly Copied[] = [
  { table: "carts", models: "status = 'ordered'", ids: ["id"], hashes: ["token_hash"], times: ["created_at", "updated_at"] },
  { table: "cart_lines", models: "cart_id in (select id from carts where status = 'ordered')", ids: ["id", "cart_id"], times: ["created_at", "updated_at"] },
  { table: "orders", models: "true", ids: ["id", "cart_id"], hashes: ["access_hash"], times: ["placed_at", "updated_at"] },
  { table: "order_lines", models: "true", ids: ["id", "order_id"] },
  { table: "order_events", models: "true", ids: ["order_id"], times: ["at"] },
  { table: "shipments", models: "true", ids: ["id", "order_id"], times: ["shipped_at", "delivered_at"] },
  { table: "shipment_lines", models: "true", ids: ["shipment_id", "order_line_id"] },
  { table: "payments", models: "true", ids: ["id", "order_id", "idempotency_key"], times: ["created_at", "updated_at"] },
  { table: "reservations", models: ofOrders("owner_id"), ids: ["id", "owner_id", "order_line_id"], times: ["created_at", "ended_at"] },
  { table: "stock_movements", models: "kind = 'sold'", ids: ["id", "reference"], times: ["at"] },
  { table: "idempotency_keys", models: ofOrders("subject_id"), ids: ["subject_id"], hashes: ["key"], times: ["created_at", "answered_at"] },
  { table: "audit_entries", models: ofOrders("subject"), ids: ["id", "subject"], times: ["at"] },
  { table: "outbox_events", models: "status = 'done'", ids: ["id", "subject"], times: ["available_at", "created_at", "closed_at"], leftOut: ["seq"] },
];

const copiesAtOnce = 100;

/** Copies every order there is until there are so many, with all that belongs to it, by SQL alone: a million takes minutes. */
export async function multiplyOrders(dialect: "sqlite" | "postgres", { models, orders }: { models: number; orders: number }): Promise<void> {
  const copies = Math.ceil(orders / models) - 1;
  const url = process.env["DATABASE_URL"] ?? "";
  const bare = dialect === "sqlite" ? openSqlite(url) : await openPostgres(url);
  for (const { table, models } of copied) await bare.run(`create temp table "model_${table}" as select * from "${table}" where ${models}`);
  const texts: string[] = [];
  for (const copy of copied) texts.push(insertText(copy, await bare.columnsOf(copy.table), { models, ...bare.words }));
  for (let from = 1; from <= copies; from += copiesAtOnce) {
    const numbers = bare.words.series(from, Math.min(copies, from + copiesAtOnce - 1));
    await bare.run("begin");
    for (const text of texts) await bare.run(text.replace("$series", numbers));
    await bare.run("commit");
  }
  await bare.run(`update counters set value = (select max(number) from orders) where name = 'order'`);
  // What was sold has left, as the movements say.
  await bare.run(
    `update stock_levels set on_hand = (select sum(m.quantity) from stock_movements m where m.variant_id = stock_levels.variant_id and m.location_id = stock_levels.location_id)
     where variant_id in (select variant_id from model_stock_movements)`,
  );
  await bare.close();
}

interface Words {
  /** A table `n` of the numbers between two, both included. */
  series: (from: number, to: number) => string;
  /** The number of the copy in twelve digits. */
  padded: string;
  earlier: (column: string, seconds: string) => string;
}

function insertText({ table, ids, hashes = [], times = [], leftOut = [] }: Copied, columns: readonly string[], { models, padded, earlier }: Words & { models: number }): string {
  const written = columns.filter((column) => !leftOut.includes(column));
  const values = written.map((column) => {
    const own = `t."${column}"`;
    // Behind the prefix the number takes the place of the time, so that copies are older than everything.
    if (ids.includes(column)) return `substr(${own}, 1, 4) || ${padded} || substr(${own}, 17)`;
    if (hashes.includes(column)) return `${padded} || substr(${own}, 13)`;
    if (times.includes(column)) return earlier(own, `n.n * ${models}`);
    return table === "orders" && column === "number" ? `${own} + n.n * ${models}` : own;
  });
  return `insert into "${table}" (${written.map((column) => `"${column}"`).join(", ")}) select ${values.join(", ")} from ($series) n cross join "model_${table}" t`;
}

interface Bare {
  run(text: string): Promise<void>;
  columnsOf(table: string): Promise<string[]>;
  words: Words;
  close(): Promise<void>;
}

function openSqlite(url: string): Bare {
  const connection = new Sqlite(url.slice("file:".length), { timeout: 5_000 });
  for (const pragma of ["synchronous = OFF", "foreign_keys = OFF", "cache_size = -262144"]) connection.pragma(pragma);
  return {
    run: async (text) => void connection.exec(text),
    columnsOf: async (table) => (connection.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name),
    words: {
      series: (from, to) => `with recursive s(n) as (select ${from} union all select n + 1 from s where n < ${to}) select n from s`,
      padded: "printf('%012d', n.n)",
      earlier: (column, seconds) => `${column} - (${seconds}) * 1000`,
    },
    close: async () => void connection.close(),
  };
}

async function openPostgres(url: string): Promise<Bare> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  // Nothing is checked again that the models passed.
  await client.query("set session_replication_role = replica; set synchronous_commit = off");
  return {
    run: async (text) => void (await client.query(text)),
    columnsOf: async (table) => {
      const { rows } = await client.query<{ name: string }>("select column_name as name from information_schema.columns where table_name = $1 and table_schema = 'public'", [table]);
      return rows.map(({ name }) => name);
    },
    words: {
      series: (from, to) => `select n from generate_series(${from}, ${to}) as s(n)`,
      padded: "lpad(n.n::text, 12, '0')",
      earlier: (column, seconds) => `${column} - (${seconds}) * interval '1 second'`,
    },
    close: () => client.end(),
  };
}
