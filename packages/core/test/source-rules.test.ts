import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const folders = ["packages/core/src", "packages/db/src", "apps/server/src", "apps/web/src", "apps/admin-cli/src"];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|\/)testing\//.test(name))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), "utf8") })),
);

/** Files whose source says this. */
const saying = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe("the source", () => {
  it("is looked at", () => {
    expect(files.length).toBeGreaterThan(500);
  });

  it("makes no code of text, and starts no other program", () => {
    expect(saying(/\beval\(|new Function\(|\bvm\b.*from "node:vm"|from "(node:)?child_process"/)).toEqual([]);
  });

  it("shows no text as HTML but descriptions, which are made safe when they are stored and when they are read", () => {
    expect(saying(/dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/)).toEqual(["apps/web/src/features/catalog/product-description.tsx"]);
  });

  it("listens to no messages of other windows, opens no sockets and keeps nothing in the browser for good", () => {
    const web = (pattern: RegExp) => saying(pattern).filter((path) => path.startsWith("apps/web/"));
    expect(web(/addEventListener\("message"|postMessage|new WebSocket|localStorage|indexedDB|document\.domain/)).toEqual([]);
    expect(web(/sessionStorage/)).toEqual(["apps/web/src/lib/session-store.ts"]);
  });

  it("hashes with nothing weaker than SHA-256 where it matters, and knows one cipher", () => {
    expect(saying(/createHash\("(md5|sha1)"/)).toEqual(["packages/core/src/search/embedded/terms.ts"]);
    expect(saying(/create(Dec|C)ipheriv/)).toEqual(["apps/server/src/adapters/secret-box.ts"]);
  });

  it("draws by chance only what nobody need be kept from guessing: how long to wait", () => {
    const waits = [
      "packages/core/src/kernel/outbox/backoff.ts",
      "packages/db/src/run-transaction.ts",
      "packages/db/src/sqlite/retry-busy.ts",
      "apps/web/src/lib/live-connection.ts",
      "apps/admin-cli/src/live.ts",
    ];
    expect(saying(/Math\.random/).toSorted()).toEqual(waits.toSorted());
  });

  it("puts no text into a statement as it is but where it is known to be the shop's own", () => {
    const known = [
      // "<" or ">", and a number of the source.
      "packages/core/src/catalog/listing-walk.ts",
      "packages/core/src/search/analytics/report-outcomes.ts",
      // Names of our tables, and numbers.
      "packages/db/src/postgres/postgres-db.ts",
      "packages/db/src/search/postgres.ts",
      "packages/db/src/search/sqlite.ts",
      "packages/db/src/search/wish-sql.ts",
      "packages/db/src/sql.ts",
    ];
    expect(saying(/sql\.raw\(/).toSorted()).toEqual(known.toSorted());
  });

  it("makes no pattern of what somebody typed", () => {
    const known = ["packages/core/src/catalog/sanitize-description.ts", "packages/core/src/search/text/fold.ts", "apps/web/src/lib/scheme.ts"];
    expect(saying(/new RegExp\(/).toSorted()).toEqual(known.toSorted());
  });

  it("lets the server ask no address but those that it is configured with, and follow no redirects", () => {
    const asking = files.filter(({ path, text }) => /^(apps\/server|packages)\//.test(path) && /(?<![.\w])fetch\((["'`]|url\b)|from "node:https?"/.test(text));
    expect(asking.map(({ path }) => path).toSorted()).toEqual([
      "apps/server/src/adapters/http-test-gateway.ts",
      "apps/server/src/adapters/oauth/oauth-provider.ts",
      // These make one or know its type, and ask nobody.
      "apps/server/src/ssr/web.ts",
      "apps/server/src/start-server.ts",
    ]);
    for (const { path, text } of asking) if (path.includes("/adapters/")) expect(text, path).toContain('redirect: "error"');
  });

  it("never lets a certificate pass that nobody vouches for, but on this machine", () => {
    expect(saying(/rejectUnauthorized: false/)).toEqual(["apps/server/src/adapters/mail/smtp-options.ts"]);
    expect(saying(/NODE_TLS_REJECT_UNAUTHORIZED/)).toEqual([]);
  });
});
