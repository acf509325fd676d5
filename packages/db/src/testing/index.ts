export { startPostgres, type PostgresServer } from "./start-postgres.ts";
export { useDatabase, type UsedDatabase } from "./use-database.ts";
