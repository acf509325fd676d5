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

export default defineConfig({
  test: { projects: Object.entries(packages).flatMap(([name, root]) => projectsOf(name, root)) },
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
