import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HttpSearch } from "./http-search.ts";

const asked: unknown[] = [];
const server = createServer((request, response) => {
  const url = new URL(request.url ?? "", "http://shop");
  const input = JSON.parse(url.searchParams.get("input") ?? "null") as { text: string };
  asked.push([url.pathname, input]);
  const data = input.text === "odd" ? { products: [] } : { hits: [{ slug: "blue-jug", title: "Blue Jug" }, { slug: "red-jug" }], total: 2, engine: "sqlite" };
  response.statusCode = input.text === "broken" ? 500 : 200;
  response.end(JSON.stringify({ result: { data } }));
});

beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise((done) => server.close(done)));
const search = () => new HttpSearch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

describe("the search of a shop over HTTP", () => {
  it("asks the public procedure and gives slugs in their order", async () => {
    const shop = search();
    expect(await shop.search('14" jug & "ümlaut"')).toEqual(["blue-jug", "red-jug"]);
    expect(asked.at(-1)).toEqual(["/api/trpc/search.products", { text: '14" jug & "ümlaut"', page: 1, perPage: 48 }]);
    expect([...shop.answeredBy]).toEqual([["sqlite", 1]]);
  });

  it("fails on an answer that is none, and says for which query", async () => {
    await expect(search().search("broken")).rejects.toThrow(/"broken" was answered with 500/);
    await expect(search().search("odd")).rejects.toThrow(/without hits/);
  });
});
