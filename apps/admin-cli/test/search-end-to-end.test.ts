import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin, cliOf, startRealServer, type CliProcess, type RealServer } from "./real-server.ts";

let server: RealServer;
let cli: CliProcess;

beforeAll(async () => {
  server = await startRealServer({ isDemo: true });
  cli = cliOf(server.url);
  cli(["login", "--email", admin.email, "--password-stdin"], `${admin.password}\n`);
}, 60_000);
afterAll(() => server.stop());

const search = (...args: string[]) => cli(["search", ...args]);
const json = (...args: string[]): unknown => JSON.parse(search(...args, "--json").stdout);
const slugs = (text: string) => (json("try", text) as { hits: { slug: string }[] }).hits.map(({ slug }) => slug);

// Each step starts Node anew.
describe("the search of a real server", { timeout: 60_000 }, () => {
  it("is made anew while somebody waits, and is then what the database says", () => {
    const before = json("status") as { products: number; engines: { generation: number }[] };
    expect(search("rebuild")).toMatchObject({ code: 0, stdout: "", stderr: `${before.products} products are in the new index of sqlite.\n` });
    expect(json("status")).toMatchObject({ engines: [{ state: "ready", rebuild: null, documents: before.products, generation: (before.engines[0]?.generation ?? 0) + 1 }] });
    expect(json("verify")).toMatchObject({ checked: before.products, differences: [] });
  });

  it("follows the shop's rules", () => {
    expect(slugs("wherewithal")).toEqual([]);
    expect(search("synonyms", "add", "wherewithal", "trug").code).toBe(0);
    expect(slugs("wherewithal")).toContain("harvest-trug");
    expect(search("pins", "add", "wherewithal", "field-mug").code).toBe(0);
    expect(slugs("wherewithal")[0]).toBe("field-mug");
    expect(search("pins", "add", "wherewithal", "harvest-trug").code).toBe(5);
    expect(search("redirects", "add", "wherewithal", "/search?q=Wherewithal").code).toBe(5);
    expect(json("try", "returns")).toMatchObject({ redirect: "/help/returns", queryId: null });
  });

  it("tells what shoppers searched for, some seconds later", async () => {
    const input = encodeURIComponent(JSON.stringify({ text: "one of a kind" }));
    expect((await fetch(`${server.url}/api/trpc/search.products?input=${input}`)).status).toBe(200);
    const searched = () => (json("report", "--limit", "100") as { top: { query: string; searches: number }[] }).top.find(({ query }) => query === "one of a kind");
    await expect.poll(searched, { timeout: 20_000, interval: 500 }).toMatchObject({ searches: 1 });
  });
});
