import { describe, expect, it } from "vitest";
import { readArrows, type Arrow } from "./arrows.ts";

const rankOf: Record<string, number> = {
  kernel: 0,
  events: 1,
  accounts: 1,
  audit: 1,
  media: 1,
  payments: 1,
  inventory: 1,
  tax: 1,
  catalog: 2,
  promotions: 3,
  shipping: 3,
  wishlist: 3,
  cart: 4,
  orders: 4,
  checkout: 5,
  returns: 5,
  reviews: 5,
  search: 6,
  identity: 6,
  shop: 6,
  notifications: 6,
  reports: 6,
  recommendations: 6,
};
const browserSafeKernel = /^packages\/core\/src\/kernel\/(money|moment|page|text|permissions|errors|countries)\.ts$/;
const core = /^packages\/core\/src\/([^/]+)\/(.+)$/;

const arrows = readArrows();
const isTest = (path: string) => /\.test\.tsx?$|\/(testing|test|demo)\/|vite\.config|vitest\.config|drizzle\./.test(path);
const source = arrows.filter(({ from }) => !isTest(from));
const from = (pattern: RegExp) => source.filter((arrow) => pattern.test(arrow.from));
const show = ({ from, to }: Arrow) => `${from} -> ${to}`;

/** Fails with the arrows that break the rule. */
function forbid(drawn: readonly Arrow[], isBroken: (arrow: Arrow) => boolean): void {
  expect(drawn.length, "no import was looked at").toBeGreaterThan(0);
  expect(drawn.filter(isBroken).map(show)).toEqual([]);
}

describe("arrows", () => {
  it("1: web and CLI know of core only schemas and the browser-safe kernel, and never the database", () => {
    forbid(from(/^apps\/(web|admin-cli)\/src\//), ({ to }) => {
      if (to.startsWith("packages/db")) return true;
      return to.startsWith("packages/core") && !/^packages\/core\/src\/[^/]+\/schemas\.ts$/.test(to) && !browserSafeKernel.test(to);
    });
  });

  it("2: everybody takes the server's router as a type only", () => {
    forbid(
      source.filter((arrow) => !arrow.from.startsWith("apps/server/")),
      ({ to, isTypeOnly }) => to.startsWith("apps/server/") && !isTypeOnly,
    );
  });

  it("3: core knows no transport, no screen and no process", () => {
    forbid(from(/^packages\/core\/src\//), ({ to }) => /^(hono|@hono|@trpc|react|react-dom|commander|node:http)(\/|$)/.test(to));
  });

  it("4: db does not know core", () => {
    forbid(from(/^packages\/db\/src\//), ({ to }) => to.startsWith("packages/core"));
  });

  it("5: a router knows core, and no database and no other router", () => {
    forbid(from(/^apps\/server\/src\/routers\//), ({ to }) => /^(packages\/db|drizzle-orm|apps\/server\/src\/routers\/)/.test(to));
  });

  it("6: schemas know zod, the browser-safe kernel, closed value lists and other schemas", () => {
    forbid(from(/^packages\/core\/src\/[^/]+\/schemas\.ts$/), ({ to }) => {
      const isAllowed = to === "zod" || browserSafeKernel.test(to) || to.startsWith("packages/db/src/constants") || to.endsWith("/schemas.ts");
      return !isAllowed;
    });
  });

  it("7: a feature knows lower ranks only, and them only by their door", () => {
    forbid(from(/^packages\/core\/src\//), (arrow) => {
      const [, feature = ""] = core.exec(arrow.from) ?? [];
      const [, other = "", file = ""] = core.exec(arrow.to) ?? [];
      if (!other || other === feature) return false;
      if (rankOf[feature] === undefined || rankOf[other] === undefined) return true;
      const isDoor = other === "kernel" || /^(index|schemas|views)\.ts$/.test(file);
      return rankOf[other] >= rankOf[feature] || !isDoor;
    });
  });

  it("8: nobody but db and bench knows a driver or a dialect", () => {
    forbid(
      source.filter((arrow) => !/^(packages\/db|bench)\//.test(arrow.from)),
      ({ to }) => /^(drizzle-orm\/(sqlite|pg|better|node-postgres)|better-sqlite3|pg$|packages\/db\/src\/(sqlite|postgres|columns))/.test(to),
    );
  });

  it("9: a feature of the web knows no other; components know no feature; features know no app", () => {
    forbid(from(/^apps\/web\/src\//), (arrow) => {
      const feature = /^apps\/web\/src\/features\/([^/]+)\//;
      const [, own] = feature.exec(arrow.from) ?? [];
      const [, other] = feature.exec(arrow.to) ?? [];
      if (own && other) return own !== other;
      if (other && /^apps\/web\/src\/(components|lib)\//.test(arrow.from)) return true;
      return own !== undefined && arrow.to.startsWith("apps/web/src/app/");
    });
  });

  it("10: source knows neither tests nor the demo shop", () => {
    forbid(
      source.filter((arrow) => !arrow.from.startsWith("bench/")),
      ({ to }) => /\/(testing|demo)(\/|$)/.test(to),
    );
  });
});
