import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeTemporary } from "./read-products.ts";
import { run, temporaryFolder } from "./run.ts";
import { startStub, type StubShop } from "./stub-server.ts";

let shop: StubShop;
beforeEach(async () => {
  shop = await startStub();
});
afterEach(() => shop.stop());

function catalogue(count: number, more = ""): string {
  const rows = Array.from({ length: count }, (_, at) => `p-${String(at).padStart(6, "0")},Product ${at},${at}.50,${at % 7}`);
  return `slug,title,price,stock\n${rows.join("\n")}\n${more}`;
}

function write(content: string): string {
  return writeTemporary(content, "catalogue.csv");
}

describe("products import", () => {
  it("sends everything once, in batches, and sums up", async () => {
    const { code, stdout, stderr } = await run(["products", "import", write(catalogue(1_100))], { url: shop.url });
    expect([code, stdout, stderr]).toEqual([0, "created 1100, updated 0, unchanged 0, failed 0\n", ""]);
    expect(shop.products.size).toBe(1_100);
    expect(shop.batches.length).toBeGreaterThan(2);
    for (const { bytes, slugs } of shop.batches) {
      expect(bytes).toBeLessThan(950_000);
      expect(slugs.length).toBeLessThanOrEqual(500);
    }
  });

  it("changes nothing the second time", async () => {
    const file = write(catalogue(30));
    await run(["products", "import", file], { url: shop.url });
    expect((await run(["products", "import", file], { url: shop.url })).stdout).toBe("created 0, updated 0, unchanged 30, failed 0\n");
  });

  it("keeps a batch of large products under the server's bound, and refuses one that never fits", async () => {
    const row = (slug: string, size: number) => JSON.stringify({ slug, title: slug, descriptionHtml: "é".repeat(size), variants: [{ price: "1" }] });
    const images = Array.from({ length: 250 }, (_, at) => ({ url: `https://x.test/${at}/${"é".repeat(1_900)}`, alt: "" }));
    const huge = JSON.stringify({ slug: "huge", title: "Huge", descriptionHtml: "é".repeat(99_000), variants: [{ price: "1" }], images });
    const content = `[${Array.from({ length: 12 }, (_, at) => row(`large-${at}`, 90_000)).join(",\n")},\n${huge}]`;
    const { code, stdout, stderr } = await run(["products", "import", writeTemporary(content)], { url: shop.url });
    expect([code, stdout]).toEqual([1, "created 12, updated 0, unchanged 0, failed 1\n"]);
    expect(stderr).toContain(":13: huge: The product is larger than the server takes");
    for (const { bytes } of shop.batches) expect(bytes).toBeLessThan(950_000);
  });

  it("reports bad rows with line, column and reason, and lets the good ones in", async () => {
    const file = write(catalogue(3, "bad,Bad,cheap,1\nalso,REFUSE me,1,1\n"));
    const { code, stdout, stderr } = await run(["products", "import", file], { url: shop.url });
    expect([code, stdout]).toEqual([1, "created 3, updated 0, unchanged 0, failed 2\n"]);
    expect(stderr.split("\n")).toEqual([
      'catalogue.csv:5: bad, price: "cheap" is not a price in EUR; write it like 12.90.',
      "catalogue.csv:6: also, sku: The SKU belongs to another product.",
      "2 products did not go in. Mend the lines above and run it again.",
      "",
    ]);
  });

  it("tells the same in JSON", async () => {
    const file = write(catalogue(2, "bad,Bad,cheap,1\n"));
    const { code, stdout } = await run(["products", "import", file, "--json"], { url: shop.url });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      file: "catalogue.csv", isDryRun: false, created: 2, updated: 0, unchanged: 0, failed: 1, skipped: 0, warnings: [], notices: [],
      errors: [{ row: 4, column: "price", slug: "bad", message: '"cheap" is not a price in EUR; write it like 12.90.' }],
    });
  });

  it("shows with --dry-run what would change, and changes nothing", async () => {
    await run(["products", "import", write(catalogue(3))], { url: shop.url });
    const file = write(catalogue(4).replace("Product 1", "Product one"));
    const { code, stdout } = await run(["products", "import", file, "--dry-run"], { url: shop.url });
    expect([code, stdout]).toEqual([0, "updated\tp-000001\ttitle\ncreated\tp-000003\ndry run: created 1, updated 1, unchanged 2, failed 0\n"]);
    expect(shop.products.size).toBe(3);
  });

  it("sends nothing with --strict when a row is bad, at the end of the file or in the server's eyes", async () => {
    for (const bad of ["bad,Bad,cheap,1\n", "also,REFUSE me,1,1\n"]) {
      const { code, stderr, stdout } = await run(["products", "import", write(catalogue(600, bad)), "--strict"], { url: shop.url });
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain("Nothing was imported: 1 product is wrong.");
      expect(shop.batches.filter(({ isDryRun }) => !isDryRun)).toEqual([]);
      expect(shop.products.size).toBe(0);
    }
    expect((await run(["products", "import", write(catalogue(600)), "--strict"], { url: shop.url })).code).toBe(0);
    expect(shop.products.size).toBe(600);
  });

  it("goes on when the connection breaks or the server is away for a moment", async () => {
    let requests = 0;
    shop.interfere = (request, response) => {
      if (!request.url?.includes("importProducts")) return false;
      requests += 1;
      if (requests === 1) request.socket.destroy();
      else if (requests === 2) response.writeHead(503).end();
      else return false;
      return true;
    };
    const { code, stdout, stderr } = await run(["products", "import", write(catalogue(600))], { url: shop.url });
    expect([code, stdout]).toEqual([0, "created 600, updated 0, unchanged 0, failed 0\n"]);
    expect(stderr).toContain("Trying again.");
  });

  it("stops with one line when the server refuses it as a whole", async () => {
    const { code, stdout, stderr } = await run(["products", "import", write(catalogue(3))], { url: shop.url, token: "old" });
    expect([code, stdout]).toEqual([4, ""]);
    expect(stderr.split("\n").at(-2)).toContain("Log in with: cartwright login");
  });

  it("can be stopped and goes on from there with --resume", async () => {
    const configHome = temporaryFolder();
    const file = write(catalogue(4_000));
    const stop = new AbortController();
    shop.interfere = ({ url }) => {
      if (url?.includes("importProducts") && shop.batches.length === 3) stop.abort();
      return false;
    };
    const stopped = await run(["products", "import", file], { url: shop.url, configHome, signal: stop.signal });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain("or with --resume to go on from here");
    const before = shop.batches.flatMap(({ slugs }) => slugs).length;
    expect(before).toBeLessThan(4_000);

    shop.interfere = () => false;
    const { code, stdout, stderr } = await run(["products", "import", file, "--resume"], { url: shop.url, configHome });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Going on after the first [\d,]+ products\.\n$/);
    expect(stdout).toMatch(/sent before [1-9]/);
    expect(shop.products.size).toBe(4_000);
    expect(readdirSync(join(configHome, "cartwright", "imports"))).toEqual([]);
    expect((await run(["products", "import", file, "--resume"], { url: shop.url, configHome })).stderr).toContain("nothing to go on from");
  });

  it("reads stdin, and refuses prices in another currency", async () => {
    expect((await run(["products", "import", "-"], { url: shop.url, stdin: catalogue(2) })).stdout).toContain("created 2");
    const { code, stderr } = await run(["products", "import", write(catalogue(1)), "--currency", "usd"], { url: shop.url });
    expect([code, stderr]).toEqual([2, "The shop's prices are in EUR, not in usd. Convert the file first.\n"]);
  });
});

describe("products export", () => {
  it.each(["csv", "json"])("writes as %s what import reads, and the same bytes again", async (format) => {
    await run(["products", "import", write(catalogue(450, 'last,"=Nasty, ""quoted"" > x;y",1,\n'))], { url: shop.url });
    const file = join(temporaryFolder(), `out.${format}`);
    const { code, stderr, stdout } = await run(["products", "export", file], { url: shop.url });
    expect([code, stdout, stderr]).toEqual([0, "", `Wrote 451 products to ${file}.\n`]);
    const first = readFileSync(file, "utf8");
    shop.products.clear();
    expect((await run(["products", "import", file], { url: shop.url })).stdout).toContain("created 451");
    expect((await run(["products", "export", "--format", format], { url: shop.url })).stdout).toBe(first);
  });

  it("leaves the old file when it is cut off, and no other", async () => {
    await run(["products", "import", write(catalogue(450))], { url: shop.url });
    const file = join(temporaryFolder(), "out.json");
    writeFileSync(file, "the good one");
    let pages = 0;
    shop.interfere = ({ url }, response) => {
      if (!url?.includes("exportProducts")) return false;
      pages += 1;
      if (pages === 1) return false;
      response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { message: "Something went wrong.", code: -32603, data: { code: "INTERNAL_SERVER_ERROR" } } }));
      return true;
    };
    const { code } = await run(["products", "export", file], { url: shop.url });
    expect(code).toBe(1);
    expect(readFileSync(file, "utf8")).toBe("the good one");
    expect(readdirSync(join(file, ".."))).toEqual([basename(file)]);
    expect(existsSync(file)).toBe(true);
  });
});
