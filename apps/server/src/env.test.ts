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

const strong = "Zm9yIHRlc3RzIG9ubHksIG1hZGUgdXAgYnkgaGFuZA==";

describe("figures", () => {
  it("are told nowhere unless somebody asks for it", () => {
    expect(readEnv({}).metrics).toBeNull();
    expect(readEnv({ METRICS_PORT: "9464" }).metrics).toEqual({ port: 9_464, host: "127.0.0.1", token: null });
    expect(readEnv({ METRICS_TOKEN: "word" }).metrics).toEqual({ port: null, host: "127.0.0.1", token: "word" });
  });

  it.each([
    [{ METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0" }, /^METRICS_TOKEN must be set when METRICS_HOST lets others in/],
    [{ METRICS_PORT: "many" }, /^METRICS_PORT must be a number/],
    [{ NODE_ENV: "production", CARTWRIGHT_SECRET: strong, METRICS_TOKEN: "short" }, /^METRICS_TOKEN is too short/],
    [{ NODE_ENV: "production", CARTWRIGHT_SECRET: strong, METRICS_TOKEN: "a".repeat(40) }, /^METRICS_TOKEN is too easy to guess/],
  ])("are refused when %o", (given, message) => {
    expect(() => readEnv(given)).toThrow(message);
  });
});

describe("providers to sign in by", () => {
  const google = { OAUTH_GOOGLE_CLIENT_ID: "id", OAUTH_GOOGLE_CLIENT_SECRET: "secret", PUBLIC_URL: "https://shop.example/" };

  it("are none unless the shop is registered there", () => {
    expect(readEnv({}).oauth).toEqual({});
  });

  it("are where they are known to be, or where the configuration says", () => {
    expect(readEnv(google).oauth.google).toMatchObject({ clientId: "id", tokenUrl: "https://oauth2.googleapis.com/token" });
    expect(readEnv({ ...google, OAUTH_GOOGLE_TOKEN_URL: "http://127.0.0.1:4000/token" }).oauth.google).toMatchObject({ tokenUrl: "http://127.0.0.1:4000/token" });
    expect(readEnv({ OAUTH_GITHUB_CLIENT_ID: "id", OAUTH_GITHUB_CLIENT_SECRET: "secret", PUBLIC_URL: "https://shop.example" }).oauth).toMatchObject({ github: { personUrl: "https://api.github.com/user" } });
  });

  it.each([
    [{ ...google, PUBLIC_URL: "" }, /^PUBLIC_URL must be set as well when OAUTH_GOOGLE_CLIENT_ID is/],
    [{ ...google, OAUTH_GOOGLE_CLIENT_SECRET: "" }, /^OAUTH_GOOGLE_CLIENT_ID and OAUTH_GOOGLE_CLIENT_SECRET must be set together/],
    [{ ...google, OAUTH_GOOGLE_TOKEN_URL: "provider.example" }, /^OAUTH_GOOGLE_TOKEN_URL must be an address of the provider/],
    [{ ...google, NODE_ENV: "production", CARTWRIGHT_SECRET: strong, OAUTH_GOOGLE_TOKEN_URL: "http://provider.example/token" }, /^OAUTH_GOOGLE_TOKEN_URL must begin with https: in production/],
  ])("are refused when %o", (given, message) => {
    expect(() => readEnv(given)).toThrow(message);
  });
});

describe("limits and proxies", () => {
  it("are on and trusted by nobody unless the configuration says otherwise, in production too", () => {
    expect(readEnv({ NODE_ENV: "production", CARTWRIGHT_SECRET: strong })).toMatchObject({ hasRateLimits: true, trustedProxies: null });
    expect(readEnv({ RATE_LIMITS: "off", TRUSTED_PROXIES: "10.0.0.0/8" })).toMatchObject({ hasRateLimits: false, trustedProxies: "10.0.0.0/8" });
    expect(() => readEnv({ RATE_LIMITS: "no" })).toThrow(/^RATE_LIMITS must be on or off/);
  });
});
