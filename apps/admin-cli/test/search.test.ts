import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { run } from "./run.ts";
import { startStub, type StubShop } from "./stub-server.ts";

let shop: StubShop;
beforeAll(async () => {
  shop = await startStub();
});
afterAll(() => shop.stop());
beforeEach(() => {
  shop.calls.length = 0;
  shop.rebuild.length = 0;
});

const search = (...args: string[]) => run(["search", ...args], { url: shop.url });
const sent = (path: string) => shop.calls.find((call) => call.path === `search.${path}`)?.input;
const done = (stderr: string) => ({ code: 0, stdout: "", stderr });

describe("try", () => {
  it("shows what shoppers find, and how it was read", async () => {
    const { stdout, stderr } = await search("try", "mugg", "blue", "--limit", "10");
    expect(stdout).toBe("1\tCamp Mug\tcamp-mug\tLark\t€9.00\n");
    expect(stderr).toBe("Did you mean: mug\n1,000+ products, found by sqlite.\n");
    expect(sent("products")).toMatchObject({ text: "mugg blue", perPage: 10, page: 1, sort: "relevance" });
    expect((await search("try", "nothing")).stderr).toContain("Shoppers are led to /help instead.\nNo product has all of the words");
  });

  it("needs no sign-in, and refuses what is no search", async () => {
    expect((await run(["search", "try", "mug", "--json"], { url: shop.url, token: null })).code).toBe(0);
    expect((await search("try")).code).toBe(2);
    expect((await search("try", "mug", "--limit", "49")).code).toBe(2);
    expect((await search("try", "mug", "--sort", "best")).code).toBe(2);
  });
});

describe("status", () => {
  it("shows the engines, and on stderr how far they are behind", async () => {
    const { stdout, stderr } = await search("status");
    expect(stdout).toBe("sqlite\tmain\tready, left alone\t1200\t4\t3\t2.5 MB\t\t2026-05-01T10:00:00.000Z\t\n");
    expect(stderr).toContain("2 changes are on their way, the oldest for 7 s.\n");
    expect(stderr).toContain("1 changes failed too often; see: cartwright events dead");
    expect(stderr).toContain("sqlite is out of reach: the fallback answers until it is back.\n4 products are still to be brought into sqlite.\n");
    shop.rebuild.push(300);
    expect((await search("status")).stdout).toContain("\t300 of 1200\t");
    expect(JSON.parse((await search("status", "--json")).stdout)).toMatchObject({ engines: [{ generation: 3 }], products: 1_200 });
  });

  it("is for staff", async () => {
    expect((await run(["search", "status"], { url: shop.url, token: null })).code).toBe(4);
  });
});

describe("verify", () => {
  it("walks to the end and fails when something differs", async () => {
    const { code, stdout, stderr } = await search("verify");
    expect([code, stdout]).toEqual([1, "prd_1\tstale\nprd_2\textra\nprd_9\tmissing\n"]);
    expect(stderr).toBe("6 products checked in sqlite, 3 differ. Put them right with: cartwright search verify --repair\n");
    expect(shop.calls.map(({ input }) => input)).toEqual([{ repair: false, limit: 500 }, { repair: false, cursor: "prd_5", limit: 500 }]);
  });

  it("is well once everything was put right", async () => {
    const { code, stderr } = await search("verify", "--repair");
    expect([code, stderr]).toEqual([0, "6 products checked in sqlite, 3 differ; 3 were put right.\n"]);
    expect(JSON.parse((await search("verify", "--repair", "--json")).stdout)).toMatchObject({ checked: 6, repaired: 3, differences: [{ product: "prd_1", what: "stale" }, {}, {}] });
  });
});

describe("rebuild", () => {
  it("ends when the new index answers, and asks nothing", async () => {
    shop.rebuild.push(0, 400, 1_200);
    // The first look is before it begins: one is under way already.
    const { code, stdout, stderr } = await search("rebuild");
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toBe("Going on with a rebuild that has 0 of 1,200 products.\n1,200 products are in the new index of sqlite.\n");
    expect(shop.calls.filter(({ path }) => path === "search.status")).toHaveLength(4);
    expect(sent("rebuild")).toEqual({ isFresh: false });
  });

  it("asks before it throws away what an interrupted one has done", async () => {
    shop.rebuild.push(400);
    expect(await search("rebuild", "--fresh")).toMatchObject({ code: 2, stderr: expect.stringContaining("Throw away a rebuild that has 400 of 1,200 products?") });
    expect(sent("rebuild")).toBeUndefined();
    shop.rebuild.push(400);
    expect((await search("rebuild", "--fresh", "--yes")).code).toBe(0);
    shop.rebuild.push(400);
    expect(JSON.parse((await search("rebuild", "--fresh", "--json")).stdout)).toMatchObject({ name: "sqlite", rebuild: null });
    expect(sent("rebuild")).toEqual({ isFresh: true });
  });

  it("can be left alone: it goes on by itself", async () => {
    shop.rebuild.push(...Array.from({ length: 50 }, () => 10));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect(await run(["search", "rebuild"], { url: shop.url, signal: stop.signal })).toMatchObject({ code: 130, stderr: expect.stringContaining("goes on by itself") });
  });
});

describe("rules", () => {
  it("synonyms are listed, added both ways and one way, and removed after asking", async () => {
    expect((await search("synonyms", "list")).stdout).toBe("syn_1\tjumper, sweater\teach other\n");
    expect((await search("synonyms", "add", "mug", "cup")).stdout).toBe("syn_1\tmug, cup\teach other\n");
    expect((await search("synonyms", "add", "crockery", "--finds", "plate", "--finds", "bowl")).stdout).toBe("syn_1\tcrockery\tplate, bowl\n");
    expect((await search("synonyms", "add", "mug")).stderr).toBe("Not accepted: terms: Give at least two words that mean the same.\n");
    expect(await search("synonyms", "add", "mug", "--finds", "cup", "--dry-run")).toEqual(done("Would add mug -> cup.\n"));
    expect((await search("synonyms", "remove", "syn_1")).stderr).toContain("Remove jumper, sweater? Nobody is here to answer");
    expect(await search("synonyms", "remove", "syn_1", "--yes")).toEqual(done("Removed jumper, sweater.\n"));
    expect((await search("synonyms", "remove", "syn_2", "--yes")).code).toBe(3);
  });

  it("stop words are listed, added and removed", async () => {
    expect((await search("stop-words", "list")).stdout).toBe("premium\t2026-05-01T10:00:00.000Z\n");
    expect(await search("stop-words", "add", "premium")).toEqual(done("Searches leave out premium, within seconds.\n"));
    expect(await search("stop-words", "add", "the")).toEqual({ code: 5, stdout: "", stderr: '"the" is left out in every shop.\n' });
    expect((await search("stop-words", "remove", "premium")).code).toBe(2);
    expect(await search("stop-words", "remove", "premium", "--yes")).toEqual(done("Searches look for premium again, within seconds.\n"));
  });

  it("pins count places from 1", async () => {
    expect((await search("pins", "list")).stdout).toBe("mug\t1\tcamp-mug\tCamp Mug\tactive\nred mug\thidden\tcamp-mug\tCamp Mug\tarchived\n");
    expect((await search("pins", "add", "mug", "camp-mug", "--place", "3")).stdout).toBe("mug\t3\tcamp-mug\tCamp Mug\tactive\n");
    expect(sent("pinProduct")).toEqual({ query: "mug", product: "camp-mug", position: 2 });
    expect((await search("pins", "add", "mug", "camp-mug", "--place", "49")).code).toBe(2);
    expect((await search("pins", "hide", "mug", "camp-mug")).stdout).toContain("\thidden\t");
    expect(await search("pins", "remove", "mug", "camp-mug", "--yes")).toEqual(done('Removed the rule about camp-mug for "mug".\n'));
    expect(await search("pins", "remove", "mug", "camp-mug", "--dry-run")).toEqual(done('Would remove the rule about camp-mug for "mug".\n'));
  });

  it("redirects lead only where they may", async () => {
    expect((await search("redirects", "list")).stdout).toBe("returns\t/help/returns\n");
    expect((await search("redirects", "add", "Returns", "/help/returns")).stdout).toBe("Returns\t/help/returns\n");
    expect(await search("redirects", "add", "x", "javascript:alert(1)")).toMatchObject({ code: 2, stderr: expect.stringContaining("Not accepted: url: Give a page of the shop") });
    expect(shop.calls.filter(({ path }) => path === "search.setRedirect")).toHaveLength(1);
    expect(await search("redirects", "remove", "returns", "--yes")).toEqual(done('Removed the page that "returns" opens: /help/returns\n'));
  });
});

describe("report", () => {
  it("has all lists, each line under its name when it is piped", async () => {
    const { stdout, stderr } = await search("report", "--since", "2026-04-02", "--until", "2026-05-01", "--limit", "5");
    expect(stdout).toBe(
      ["top\tmug\t40\t12\t50.0%\t2", "rising\tblanket\t30\t4", "without-results\tyoga mat\t6\t5\t1", "positions\t1\t150\t60\t40.0%", "positions\tbehind\t\t7\t", "purchases\tmug\tCamp Mug\t2\t4", ""].join("\n"),
    );
    expect(stderr).toBe("2026-04-02 to 2026-05-01: 200 searches for 31 different texts.\n45.0% led to a product, 5.0% found nothing, 2.0% only a part, 4.0% were misspelt.\n3 products were bought after a search, 5 units.\n");
    expect(sent("report")).toEqual({ sinceOn: "2026-04-02", untilOn: "2026-05-01", limit: 5 });
  });

  it("has one list, or everything as JSON", async () => {
    expect((await search("report", "--part", "without-results")).stdout).toBe("yoga mat\t6\t5\t1\n");
    expect(JSON.parse((await search("report", "--json")).stdout)).toMatchObject({ totals: { searches: 200 }, positions: [{ position: 0 }, { position: null }] });
    expect((await search("report", "--since", "yesterday")).code).toBe(2);
    expect((await search("report", "--part", "all")).code).toBe(2);
  });

  it("has headings on a terminal", async () => {
    const { stdout } = await run(["search", "report"], { url: shop.url, columns: 100 });
    expect(stdout).toContain("Rising, against 2026-03-03 to 2026-04-01");
    expect(stdout).toContain("Without results");
  });
});
