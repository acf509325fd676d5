import type { TestProject } from "vitest/node";
import { dialectOf } from "../database-url.ts";
import { makePostgresTemplate, makeSqliteTemplate, type TestDatabase, type TestTemplate } from "./test-template.ts";
import { startPostgres } from "./start-postgres.ts";

type Shared = { template: Promise<TestTemplate & TestDatabase>; users: number };

/** Several projects of one run share a server; each loads this module anew, so the count is kept outside of it. */
const shared: Map<string, Shared> = ((globalThis as { cartwrightTemplates?: Map<string, Shared> }).cartwrightTemplates ??=
  new Map());

/** Of each project: its DATABASE_URL says the dialect. Postgres is TEST_POSTGRES_URL, or started here. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dialect = dialectOf(project.config.env["DATABASE_URL"] ?? "");
  const entry = shared.get(dialect) ?? { template: makeTemplate(dialect), users: 0 };
  shared.set(dialect, entry);
  entry.users++;
  const template = await entry.template;
  project.provide("testTemplate", { dialect, url: template.url });
  return async () => {
    if (--entry.users > 0) return;
    shared.delete(dialect);
    await template.remove();
  };
}

async function makeTemplate(dialect: TestTemplate["dialect"]): Promise<TestTemplate & TestDatabase> {
  if (dialect === "sqlite") return makeSqliteTemplate();
  const given = process.env["TEST_POSTGRES_URL"];
  if (given) return makePostgresTemplate(given);
  const server = await startPostgres();
  try {
    return { ...(await makePostgresTemplate(server.url)), remove: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
