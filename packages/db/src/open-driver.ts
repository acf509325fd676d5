import { dialectOf } from "./database-url.ts";
import type { Driver, DriverOptions } from "./driver.ts";
import { openPostgres } from "./postgres/postgres-driver.ts";
import { openSqlite } from "./sqlite/sqlite-driver.ts";

export function openDriver(url: string, options: DriverOptions = {}): Promise<Driver> {
  return dialectOf(url) === "postgres" ? openPostgres(url, options) : openSqlite(url, options);
}
