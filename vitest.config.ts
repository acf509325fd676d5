import { availableParallelism } from "node:os";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** The whole suite runs once a dialect; each test file has a database of its own. */
const dialects = {
  sqlite: "file:./unused.db",
  postgres: "postgres://unused",
};

const packages = {
  db: "packages/db",
  core: "packages/core",
  server: "apps/server",
};

/** The storefront, in a real browser against the built server. */
const web: TestProjectInlineConfiguration = {
  test: {
    name: "web",
    root: "apps/web",
    include: ["{src,test}/**/*.test.ts"],
    globalSetup: [new URL("apps/web/test/support/global-setup.ts", import.meta.url).pathname],
    hookTimeout: 60_000,
    testTimeout: 90_000,
  },
};

/** The command line; its end-to-end tests start the built server. */
const cli: TestProjectInlineConfiguration = {
  test: { name: "cli", root: "apps/admin-cli", include: ["{src,test}/**/*.test.ts"], hookTimeout: 60_000, testTimeout: 30_000 },
};

/** What the measurements reckon with; it needs no database and no server. */
const bench: TestProjectInlineConfiguration = {
  test: { name: "bench", root: "bench", include: ["**/*.test.ts"] },
};

export default defineConfig({
  // Two at once even on two cores, where the default is one: tests wait for databases and browsers half of their time.
  test: { maxWorkers: Math.max(2, availableParallelism() - 1), projects: [...Object.entries(packages).flatMap(([name, root]) => projectsOf(name, root)), cli, web, bench] },
});

function projectsOf(name: string, root: string): TestProjectInlineConfiguration[] {
  return Object.entries(dialects).map(([dialect, url]) => ({
    test: {
      name: `${name}:${dialect}`,
      root,
      include: ["{src,test,demo}/**/*.test.ts"],
      env: { DATABASE_URL: url },
      globalSetup: [new URL("packages/db/src/testing/global-setup.ts", import.meta.url).pathname],
      hookTimeout: 60_000,
      testTimeout: 30_000,
    },
  }));
}
