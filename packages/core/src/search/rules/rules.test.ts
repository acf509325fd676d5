import { auditEntries, searchPins, searchRedirects, searchStopWords, searchSynonyms } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { archiveProduct } from "../../catalog/index.ts";
import { anAdmin, as, createProductOf, makeContext, outsiders } from "../../testing/index.ts";
import {
  addStopWord,
  addSynonyms,
  catalogSource,
  hideProduct,
  listPins,
  listRedirects,
  listStopWords,
  listSynonyms,
  pinProduct,
  removeRedirect,
  removeStopWord,
  removeSynonyms,
  searchProducts,
  setRedirect,
  unpinProduct,
} from "../index.ts";
import { AddSynonymsInput, SearchProductsInput, SetRedirectInput } from "../schemas.ts";

const used = useDatabase();
const open = () => as(makeContext(used.db), anAdmin());
let ctx: ReturnType<typeof open>;

beforeAll(async () => {
  ctx = open();
  const ids = [];
  for (const title of ["Blue Mug", "Red Mug", "Wool Sweater", "Copper Saucepan"]) ids.push((await createProductOf(ctx, { title })).id);
  await ctx.ports.search.main.sync(ctx, ids, catalogSource);
});

beforeEach(async () => {
  for (const { id } of await listSynonyms(ctx)) await removeSynonyms(ctx, { synonyms: id });
  for (const { word } of await listStopWords(ctx)) await removeStopWord(ctx, { word });
  for (const { query, product } of await listPins(ctx)) await unpinProduct(ctx, { query, product: product.id });
  for (const { query } of await listRedirects(ctx)) await removeRedirect(ctx, { query });
});

const search = (text: string) => searchProducts(ctx, SearchProductsInput.parse({ text }));
const titles = async (text: string) => (await search(text)).hits.map(({ title }) => title);
const audit = async () => (await ctx.db.select().from(auditEntries)).filter(({ action }) => action.startsWith("search_"));

describe.each(outsiders)("%s", (_, actor) => {
  it("may neither see the rules nor change them", async () => {
    const outside = as(open(), actor());
    const pin = { query: "mug", product: "blue-mug" };
    const refused = [
      () => listSynonyms(outside),
      () => addSynonyms(outside, { terms: ["a1", "b1"], replacements: [] }),
      () => removeSynonyms(outside, { synonyms: "syn_1" }),
      () => listStopWords(outside),
      () => addStopWord(outside, { word: "premium" }),
      () => removeStopWord(outside, { word: "premium" }),
      () => listPins(outside),
      () => pinProduct(outside, { ...pin, position: 0 }),
      () => hideProduct(outside, pin),
      () => unpinProduct(outside, pin),
      () => listRedirects(outside),
      () => setRedirect(outside, { query: "returns", url: "/help/returns" }),
      () => removeRedirect(outside, { query: "returns" }),
    ];
    for (const call of refused) await expect(call()).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
    for (const table of [searchSynonyms, searchStopWords, searchPins, searchRedirects]) expect(await ctx.db.select().from(table)).toEqual([]);
  });
});

describe("who may read", () => {
  it("may not change", async () => {
    const reader = as(open(), { kind: "staff", id: "acc_reader", permissions: ["search.read"], cartToken: null });
    expect(await listSynonyms(reader)).toEqual([]);
    await expect(addStopWord(reader, { word: "premium" })).rejects.toMatchObject({ reason: "access.not_allowed" });
  });
});

describe("synonyms", () => {
  it("are found from the next search on, until they are removed", async () => {
    expect(await titles("jumper")).toEqual([]);
    const { id } = await addSynonyms(ctx, { terms: ["Jumper", "sweater"], replacements: [] });
    expect(await titles("jumpers")).toEqual(["Wool Sweater"]);
    expect(await listSynonyms(ctx)).toMatchObject([{ id, kind: "both", terms: ["jumper", "sweater"], replacements: [] }]);
    await removeSynonyms(ctx, { synonyms: id });
    expect(await titles("jumper")).toEqual([]);
    await expect(removeSynonyms(ctx, { synonyms: id })).rejects.toMatchObject({ code: "not_found", reason: "synonyms.not_found" });
  });

  it("go one way with replacements", async () => {
    expect(await addSynonyms(ctx, { terms: ["cookware"], replacements: ["copper saucepan", "mug"] })).toMatchObject({ kind: "one_way" });
    expect((await titles("cookware")).toSorted()).toEqual(["Blue Mug", "Copper Saucepan", "Red Mug"]);
    expect(await titles("saucepan")).toEqual(["Copper Saucepan"]);
  });

  it("are refused when they are one word, none, or there already in another spelling", async () => {
    expect(AddSynonymsInput.safeParse({ terms: ["mug"] }).success).toBe(false);
    await expect(addSynonyms(ctx, { terms: ["Crème", "creme"], replacements: [] })).rejects.toMatchObject({ reason: "search.same_word" });
    await expect(addSynonyms(ctx, { terms: ["mug"], replacements: ["cup", "MUG!"] })).rejects.toMatchObject({ reason: "search.same_word" });
    await expect(addSynonyms(ctx, { terms: ["mug", "??"], replacements: [] })).rejects.toMatchObject({ reason: "search.no_words", details: { fieldErrors: { "terms.1": expect.any(Array) } } });
    await addSynonyms(ctx, { terms: ["mug", "cup"], replacements: [] });
    await expect(addSynonyms(ctx, { terms: ["CUP", "mug"], replacements: [] })).rejects.toMatchObject({ code: "conflict", reason: "search.synonyms_exist" });
    expect(await addSynonyms(ctx, { terms: ["mug"], replacements: ["cup"] })).toMatchObject({ kind: "one_way" });
  });
});

describe("stop words", () => {
  it("are left out from the next search on", async () => {
    expect((await search("fabulous blue mug")).isPartial).toBe(true);
    expect(await addStopWord(ctx, { word: "Fabulous" })).toMatchObject({ word: "fabulous" });
    expect(await search("fabulous blue mug")).toMatchObject({ isPartial: false, total: 1 });
    await removeStopWord(ctx, { word: "FABULOUS" });
    expect((await search("fabulous blue mug")).isPartial).toBe(true);
  });

  it("are one word each, and each once", async () => {
    await expect(addStopWord(ctx, { word: "very good" })).rejects.toMatchObject({ reason: "search.not_one_word" });
    await expect(addStopWord(ctx, { word: "the" })).rejects.toMatchObject({ reason: "search.stop_word_exists" });
    await addStopWord(ctx, { word: "premium" });
    await expect(addStopWord(ctx, { word: "PREMIUM" })).rejects.toMatchObject({ code: "conflict", reason: "search.stop_word_exists" });
    await expect(removeStopWord(ctx, { word: "the" })).rejects.toMatchObject({ reason: "stop_word.not_found" });
  });
});

describe("pins", () => {
  it("put a product at a place, move it and hide it", async () => {
    await pinProduct(ctx, { query: " MUG ", product: "wool-sweater", position: 0 });
    expect((await titles("mug"))[0]).toBe("Wool Sweater");
    await pinProduct(ctx, { query: "mug", product: "wool-sweater", position: 1 });
    expect((await titles("mug"))[1]).toBe("Wool Sweater");
    expect(await hideProduct(ctx, { query: "mug", product: "red-mug" })).toMatchObject({ query: "mug", position: null });
    expect((await titles("mug")).toSorted()).toEqual(["Blue Mug", "Wool Sweater"]);
    expect((await listPins(ctx)).map(({ query, product, position }) => [query, product.title, position])).toEqual([["mug", "Wool Sweater", 1], ["mug", "Red Mug", null]]);
    await unpinProduct(ctx, { query: "mug", product: "red-mug" });
    await unpinProduct(ctx, { query: "mug", product: "wool-sweater" });
    expect((await titles("mug")).toSorted()).toEqual(["Blue Mug", "Red Mug"]);
  });

  it("have a place each", async () => {
    await pinProduct(ctx, { query: "mug", product: "blue-mug", position: 0 });
    await expect(pinProduct(ctx, { query: "mug", product: "red-mug", position: 0 })).rejects.toMatchObject({ code: "conflict", reason: "search.place_taken" });
    await pinProduct(ctx, { query: "blue mug", product: "red-mug", position: 0 });
    await hideProduct(ctx, { query: "mug", product: "red-mug" });
    await hideProduct(ctx, { query: "mug", product: "copper-saucepan" });
  });

  it("are for products that there are, and outlive them until they are removed", async () => {
    await expect(pinProduct(ctx, { query: "mug", product: "no-such", position: 0 })).rejects.toMatchObject({ reason: "product.not_found" });
    await expect(unpinProduct(ctx, { query: "mug", product: "blue-mug" })).rejects.toMatchObject({ reason: "pin.not_found" });
    const { id } = await createProductOf(ctx, { title: "Old Mug" });
    await pinProduct(ctx, { query: "mug", product: id, position: 2 });
    await archiveProduct(ctx, { product: id });
    expect(await titles("mug")).not.toContain("Old Mug");
    expect(await listPins(ctx)).toMatchObject([{ product: { id, status: "archived" } }]);
    expect(await unpinProduct(ctx, { query: "mug", product: id })).toMatchObject({ position: 2 });
  });
});

describe("redirects", () => {
  it("lead a query to a page, in every spelling, until they are removed", async () => {
    await setRedirect(ctx, { query: "Returns", url: "/help/returns" });
    expect((await search("returns!")).redirect).toBe("/help/returns");
    await setRedirect(ctx, { query: "RETURNS", url: "https://example.com/returns" });
    expect(await listRedirects(ctx)).toMatchObject([{ query: "returns", url: "https://example.com/returns" }]);
    await removeRedirect(ctx, { query: "returns" });
    expect((await search("returns")).redirect).toBeNull();
    await expect(removeRedirect(ctx, { query: "returns" })).rejects.toMatchObject({ reason: "redirect.not_found" });
  });

  it.each(["/help/returns", "/search?q=mug", "https://example.com/a?b=c#d", "http://localhost:3000/"])("may lead to %s", (url) => {
    expect(SetRedirectInput.parse({ query: "x", url: ` ${url} ` }).url).toBe(url);
  });

  it.each(["javascript:alert(1)", "JavaScript:alert(1)", "//example.com", "/\\example.com", "/\texample.com", "data:text/html,x", "https://", "https://shop@example.com", "ftp://example.com", "help", "", "https://exa mple.com", "\u0001javascript:alert(1)"])(
    "may not lead to %j",
    (url) => {
      expect(SetRedirectInput.safeParse({ query: "x", url }).success).toBe(false);
    },
  );

  it("do not lead in a circle", async () => {
    await expect(setRedirect(ctx, { query: "mug", url: "/search?q=Mug%21" })).rejects.toMatchObject({ reason: "search.redirect_circle" });
    await setRedirect(ctx, { query: "mug", url: "/search?q=cup" });
    await expect(setRedirect(ctx, { query: "cup", url: "/search?q=mug&page=1" })).rejects.toMatchObject({ reason: "search.redirect_circle" });
    await setRedirect(ctx, { query: "cup", url: "/search?q=tumbler" });
  });
});

describe("the audit log", () => {
  it("has every change, with what was there before", async () => {
    await ctx.db.delete(auditEntries);
    const { id } = await addSynonyms(ctx, { terms: ["mug", "cup"], replacements: [] });
    await removeSynonyms(ctx, { synonyms: id });
    await addStopWord(ctx, { word: "premium" });
    await removeStopWord(ctx, { word: "premium" });
    await pinProduct(ctx, { query: "mug", product: "blue-mug", position: 0 });
    await hideProduct(ctx, { query: "mug", product: "blue-mug" });
    await unpinProduct(ctx, { query: "mug", product: "blue-mug" });
    await setRedirect(ctx, { query: "returns", url: "/help/returns" });
    await setRedirect(ctx, { query: "returns", url: "/help" });
    await removeRedirect(ctx, { query: "returns" });
    const entries = await audit();
    expect(entries.map(({ action }) => action)).toEqual([
      "search_synonyms.add", "search_synonyms.remove", "search_stop_word.add", "search_stop_word.remove", "search_pin.set",
      "search_pin.hide", "search_pin.remove", "search_redirect.set", "search_redirect.set", "search_redirect.remove",
    ]);
    expect(entries.every(({ actor }) => actor === "staff:acc_admin")).toBe(true);
    expect([entries[5]?.before, entries[5]?.after]).toEqual(['{"query":"mug","position":0}', '{"query":"mug","position":null}']);
    expect(entries[8]?.before).toBe('{"url":"/help/returns"}');
  });

  it("says nothing twice under one key", async () => {
    const keyed = { ...ctx, idempotencyKey: crypto.randomUUID() };
    const first = await addStopWord(keyed, { word: "lovely" });
    expect(await addStopWord(keyed, { word: "lovely" })).toEqual(first);
  });
});
