import { Meilisearch, MeilisearchApiError, type SearchParams } from "meilisearch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quoted } from "../src/adapters/meilisearch/filters.ts";
import { wantedSettings } from "../src/adapters/meilisearch/settings.ts";
import { openMeilisearch, type ServerForTests } from "./meilisearch-server.ts";

/*
 * What the adapter relies on of Meilisearch, asked over the wire: of the real server where there is one, else of the
 * stand-in, which is held to the same.
 */
let server: ServerForTests;
let client: Meilisearch;

const odd = `Bob's "best" \\ mug`;
const documents = [
  { id: "a", name: "blue mug", codes: ["mug001bl"], price: 900, stock: 1, popularity: 0, brandId: "b1", attributes: { colour: ["blue", odd] }, numbers: { size: [350] } },
  { id: "b", name: "red mug", codes: ["mug001rd"], price: 1_200, stock: 0, popularity: 5, brandId: "b1", attributes: { colour: ["red"] }, numbers: { size: [350, 500] } },
  { id: "c", name: "skillet 0206", codes: [], price: 4_500, stock: 1, popularity: 0, brandId: null, attributes: {}, numbers: {} },
  { id: "d", name: "wine glass", codes: [], price: 2_800, stock: 1, popularity: 9, brandId: "b2", attributes: { colour: ["clear"] }, numbers: {} },
];

beforeAll(async () => {
  server = await openMeilisearch();
  client = new Meilisearch({ host: server.url, ...(server.apiKey ? { apiKey: server.apiKey } : {}) });
  await client.createIndex(server.index, { primaryKey: "id" });
  await client.index(server.index).updateSettings({ ...wantedSettings, synonyms: { goblet: ["wine glass"] } });
  await client.index(server.index).addDocuments(documents).waitTask({ timeout: 20_000 });
});
afterAll(() => server.stop());

const search = (q: string, params: SearchParams = {}) => client.index(server.index).search(q, params);
const ids = async (q: string, params: SearchParams = {}) => (await search(q, { matchingStrategy: "all", ...params })).hits.map(({ id }) => String(id));
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(() => null, (error: unknown) => error);
  expect(error).toBeInstanceOf(MeilisearchApiError);
  const { cause, response } = error as MeilisearchApiError;
  return { status: response.status, code: cause?.code };
};

describe("filters", () => {
  it.each([
    [`attributes.colour = ${quoted(odd)}`, ["a"]],
    [`attributes.colour IN [${quoted("red")}, ${quoted(odd)}]`, ["a", "b"]],
    [`attributes.unheard = "x"`, []],
    ["price 900 TO 1200", ["a", "b"]],
    [`price >= "1200" AND price <= 2800`, ["b", "d"]],
    ["numbers.size > 400", ["b"]],
    [`brandId = "b1" AND (stock = 0 OR price < 1000)`, ["a", "b"]],
    [`NOT (id IN ["a", "b"] OR codes IN ["x"])`, ["c", "d"]],
    [`id > "b"`, ["c", "d"]],
    ["id IN []", []],
  ])("%s", async (filter, wanted) => {
    expect((await ids("", { filter: [filter] })).toSorted()).toEqual(wanted);
  });

  it("are all met in a list, and any of a list in it", async () => {
    expect((await ids("", { filter: ["stock = 1", ['brandId = "b1"', 'brandId = "b2"']] })).toSorted()).toEqual(["a", "d"]);
  });

  it.each(["price >", "nothing = 1", "price = 1 AND", `name = "x"`])("that are wrong are refused: %s", async (filter) => {
    expect(await refusal(search("", { filter }))).toEqual({ status: 400, code: "invalid_search_filter" });
  });
});

describe("facets", () => {
  it("of a field stand for all within it, with the range of numbers", async () => {
    const { facetDistribution, facetStats } = await search("", { facets: ["attributes", "numbers", "price", "stock"] });
    expect(facetDistribution?.["attributes.colour"]).toEqual({ blue: 1, red: 1, clear: 1, [odd]: 1 });
    expect(facetDistribution?.["stock"]).toEqual({ "0": 1, "1": 3 });
    expect(facetStats).toMatchObject({ price: { min: 900, max: 4_500 }, "numbers.size": { min: 350, max: 500 } });
  });

  it("of several queries come in their order, without documents where none are wanted", async () => {
    const queries = ["mug", "wine"].map((q) => ({ indexUid: server.index, q, hitsPerPage: 0, page: 1, facets: ["brandId"] }));
    const { results } = await client.multiSearch({ queries });
    expect(results.map(({ hits, totalHits, facetDistribution }) => ({ hits, totalHits, brands: facetDistribution?.["brandId"] }))).toEqual([
      { hits: [], totalHits: 2, brands: { b1: 2 } },
      { hits: [], totalHits: 1, brands: { b2: 1 } },
    ]);
  });
});

describe("words", () => {
  it.each([
    ["a prefix of the last", "ski", ["c"]],
    ["a typing error", "skilet", ["c"]],
    ["swapped letters", "sklilet", ["c"]],
    ["no wrong first letter in a short word", "zine", []],
    ["no typing error in three letters", "mig", []],
    ["none in numbers", "skillet 0207", []],
    ["the beginning of a number", "skillet 02", ["c"]],
    ["a missing space", "wineglass", ["d"]],
    ["a space too many", "skil let", ["c"]],
    ["a synonym of several words", "goblet", ["d"]],
  ])("are found, or not, by %s", async (_, q, wanted) => {
    expect(await ids(q, { attributesToSearchOn: ["name"] })).toEqual(wanted);
  });

  it("are all wanted, or given up from the most frequent on, those that nothing has first", async () => {
    expect(await ids("blue submarine mug")).toEqual([]);
    expect((await search("blue submarine mug", { matchingStrategy: "frequency" })).hits[0]?.["id"]).toBe("a");
  });

  it("are ranked by the shop's rules where nothing else tells them apart", async () => {
    expect(await ids("mug")).toEqual(["a", "b"]);
    expect(await ids("mug", { sort: ["price:desc"] })).toEqual(["b", "a"]);
    expect(await ids("mug001", { attributesToSearchOn: ["codes"] })).toHaveLength(2);
  });

  it("are marked where they are, of a beginning only that", async () => {
    const { hits } = await search("wine gla", { showMatchesPosition: true });
    expect(hits[0]).toMatchObject({ _matchesPosition: { name: [{ start: 0, length: 4 }, { start: 5, length: 3 }] } });
  });
});

describe("refusals", () => {
  it("have their documented codes", async () => {
    expect(await refusal(client.index("no_such_index").search("x"))).toEqual({ status: 404, code: "index_not_found" });
    expect(await refusal(search("", { sort: ["name:asc"] }))).toEqual({ status: 400, code: "invalid_search_sort" });
    expect(await refusal(search("", { facets: ["name"] }))).toEqual({ status: 400, code: "invalid_search_facets" });
    expect(await refusal(client.multiSearch({ queries: [{ indexUid: "no_such_index", q: "x" }] }))).toMatchObject({ code: "index_not_found" });
    expect(await refusal(client.tasks.getTask(4_000_000_000))).toEqual({ status: 404, code: "task_not_found" });
  });

  it("of tasks are told by the task", async () => {
    const task = await client.index(server.index).addDocuments([{ id: "not an id!" }]).waitTask({ timeout: 20_000 });
    expect(task).toMatchObject({ status: "failed", error: { code: "invalid_document_id" } });
    const swapped = await client.swapIndexes([{ indexes: [server.index, "no_such_index"] } as never]).waitTask({ timeout: 20_000 });
    expect(swapped).toMatchObject({ type: "indexSwap", status: "failed", error: { code: "index_not_found" } });
  });
});
