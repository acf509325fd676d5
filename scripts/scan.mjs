#!/usr/bin/env node
// Scans a shop with public tools, on this machine alone: node scripts/scan.mjs wapiti|sqlmap [name,name].
// It starts the built server in production mode, on a demo shop of its own or on DATA_DIR, and stops it. See docs/security-scans.md.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const dist = resolve(import.meta.dirname, "../apps/server/dist");
const home = mkdtempSync(join(tmpdir(), "cartwright-scan-"));
const { DATABASE_URL, DATA_DIR, PATH, HOME } = process.env;
const env = {
  PATH,
  HOME,
  DATA_DIR: DATA_DIR ?? join(home, "data"),
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  PORT: "0",
  TEST_GATEWAY: "on",
  RATE_LIMITS: "off",
  LOG_LEVEL: "warn",
  CARTWRIGHT_SECRET: randomBytes(32).toString("base64"),
  ...(DATABASE_URL ? { DATABASE_URL } : {}),
};
const dbms = DATABASE_URL?.startsWith("postgres") ? "postgresql" : "sqlite";

/** What sqlmap tries: `*` marks where it puts its own. Inputs of procedures are JSON in the address or the body. */
const inputOf = (value) => `input=${encodeURIComponent(JSON.stringify(value)).replaceAll("%2A", "*")}`;
const targets = {
  "search-page": { path: "/search?q=mug&sort=price_asc", parameters: "q,sort" },
  "category-page": { path: "/categories/kitchen?brands=larkfield&sort=price_asc", parameters: "brands,sort" },
  "product-page": { path: "/products/camp-mug*" },
  "search-products": { path: `/api/trpc/search.products?${inputOf({ text: "mug*" })}` },
  "search-category": { path: `/api/trpc/search.products?${inputOf({ text: "mug", category: "kitchen*" })}` },
  "list-products": { path: `/api/trpc/catalog.listProducts?${inputOf({ category: "kitchen*" })}` },
  "list-brands": { path: `/api/trpc/catalog.listProducts?${inputOf({ brands: ["larkfield*"] })}` },
  "list-attributes": { path: `/api/trpc/catalog.listProducts?${inputOf({ attributes: [{ code: "material*", values: ["Steel"] }] })}` },
  "get-product": { path: `/api/trpc/catalog.getProduct?${inputOf({ slug: "camp-mug*" })}` },
  "order-token": { path: `/api/trpc/orders.getByToken?${inputOf({ token: "aaaaaaaaaaaaaaaa*" })}` },
  "order-look-up": { path: `/api/trpc/orders.lookUp?${inputOf({ orderNumber: "1001", email: "robin*@larkfield.example" })}` },
  "add-line": { path: "/api/trpc/cart.addLine", data: '{"variantId":"var_1*","quantity":1}' },
  "apply-coupon": { path: "/api/trpc/cart.applyCoupon", data: '{"code":"SPRING*"}' },
  "reset-password": { path: "/api/trpc/accounts.requestPasswordReset", data: '{"email":"robin*@larkfield.example"}' },
  cookie: { path: "/api/trpc/cart.get", more: ["--cookie", "cartwright_cart=aaaaaaaaaaaaaaaaaaaaaaaaa*"] },
};

/** What wapiti tries, on all pages that it finds, or, with what takes long, on one page and what its address says. */
const attacks = {
  sql: { modules: "sql,blindsql" },
  files: { modules: "exec,file,crlf,redirect" },
  setup: { modules: "cookieflags,csp,http_headers,methods,htaccess" },
  paths: { modules: "backup,buster" },
  "xss-search": { modules: "xss", page: "/search?q=mug&sort=price_asc" },
  "xss-category": { modules: "xss", page: "/categories/kitchen?brands=larkfield&sort=price_asc&price=10-20" },
  "xss-sign-in": { modules: "xss,redirect", page: "/sign-in?from=%2Faccount&oauth=oauth.denied" },
  "xss-order": { modules: "xss", page: "/order/aaaaaaaaaaaaaaaaaaaa?from=x" },
  "xss-product": { modules: "xss", page: "/products/camp-mug?from=x" },
};

const [tool, only] = process.argv.slice(2);
if (tool !== "wapiti" && tool !== "sqlmap") {
  console.error("Usage: node scripts/scan.mjs wapiti|sqlmap [name,name]");
  process.exit(2);
}

// A shop that is given is scanned as it is, and is not what it was afterwards.
if (!DATA_DIR) spawnSync(process.execPath, [join(dist, "seed-demo.js")], { env: { ...env, NODE_ENV: "development" }, stdio: "inherit" });
const server = spawn(process.execPath, [join(dist, "main.js")], { env });
const stop = () => {
  server.kill("SIGTERM");
  rmSync(home, { recursive: true, force: true });
};
process.on("exit", stop);
let said = "";
server.stderr.on("data", (chunk) => process.stderr.write(chunk));
const url = await new Promise((found, failed) => {
  server.on("exit", () => failed(new Error(`the server ended: ${said}`)));
  server.stdout.on("data", (chunk) => {
    said += String(chunk);
    const address = /is open at (http:\/\/localhost:\d+)/.exec(said)?.[1];
    if (address) found(address.replace("localhost", "127.0.0.1"));
  });
});

const isMeant = ([name]) => only === undefined || only.split(",").includes(name);
console.error(`scanning ${url}`);

if (tool === "wapiti") for (const [name, attack] of Object.entries(attacks).filter(isMeant)) await attackPages(name, attack);
else for (const [name, target] of Object.entries(targets).filter(isMeant)) await inject(name, target);
const { status } = await fetch(`${url}/health/ready`);
console.log(`the shop is ${status === 200 ? "ready" : "NOT READY"} after all of it`);
process.exit(status === 200 ? 0 : 1);

/** With modules that need nobody from outside, for half a minute each. */
async function attackPages(name, { modules, page }) {
  console.log(`\n== ${name}: ${page ?? "all pages"}`);
  const report = join(home, "report.txt");
  const where = page ? ["-u", `${url}${page}`, "--scope", "url"] : ["-u", `${url}/`, "--scope", "domain"];
  const bounds = ["--max-scan-time", "30", "--max-attack-time", "30", "--max-links-per-page", "20", "--max-files-per-dir", "6", "-d", "3", "-S", "polite", "-t", "10"];
  const files = ["--store-session", home, "--store-config", home, "-f", "txt", "-o", report];
  await run("wapiti", [...where, "-m", modules, "--flush-session", "--no-bugreport", ...bounds, ...files]);
  await run("cat", [report]);
}

async function inject(name, { path, data, parameters, more = [] }) {
  console.log(`\n== ${name}: ${path}`);
  const body = data ? ["--data", data, "--method", "POST", "--headers", "Content-Type: application/json"] : [];
  const what = parameters ? ["-p", parameters] : [];
  const options = ["--batch", "--level=3", "--risk=2", "--technique=BEU", `--dbms=${dbms}`, "--threads=4", "--timeout=10", "--retries=0", "--ignore-code=*", "--flush-session", "--disable-coloring", "-v", "1", "--output-dir", home];
  await run("sqlmap", ["-u", `${url}${path}`, ...body, ...what, ...options, ...more]);
}

function run(program, args) {
  return new Promise((ended) => {
    spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...env, HOME: home, PYTHONUNBUFFERED: "1" } }).on("exit", ended);
  });
}
