import { describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";

describe("Meilisearch", () => {
  it("is not asked when nothing names it", () => {
    expect(readEnv({}).meilisearch).toBeNull();
    expect(readEnv({ MEILI_URL: "", MEILI_API_KEY: "" }).meilisearch).toBeNull();
  });

  it("is named by its address, with a key and an index when they are given", () => {
    expect(readEnv({ MEILI_URL: "http://127.0.0.1:7700/" }).meilisearch).toEqual({ url: "http://127.0.0.1:7700", apiKey: null, index: "cartwright" });
    expect(readEnv({ MEILI_URL: "https://search.example", MEILI_API_KEY: "key", MEILI_INDEX: "shop-2" }).meilisearch).toEqual({ url: "https://search.example", apiKey: "key", index: "shop-2" });
  });

  it.each([
    [{ MEILI_URL: "127.0.0.1:7700" }, /^MEILI_URL must be the address of Meilisearch, such as http:/],
    [{ MEILI_URL: "http://x", MEILI_API_KEY: "two words" }, /^MEILI_API_KEY must be a key of Meilisearch/],
    [{ MEILI_URL: "http://x", MEILI_INDEX: "a/b" }, /^MEILI_INDEX must be the name of an index/],
    [{ MEILI_API_KEY: "key" }, /^MEILI_URL must be set as well/],
  ])("is refused when %o", (given, message) => {
    expect(() => readEnv(given)).toThrow(message);
  });
});
