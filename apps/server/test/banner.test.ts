import { useDatabase } from "@cartwright/db/testing";
import { expect, it } from "vitest";
import { banner } from "../src/banner.ts";
import { readEnv } from "../src/env.ts";
import { testServer } from "./client.ts";

const database = useDatabase();
const production = { NODE_ENV: "production", CARTWRIGHT_SECRET: "Zq3vX8nK1pR7tY4wB6mC9sD2fG5hJ0aL" };

it("says at the start of a production shop without https that anybody on the way can read along", async () => {
  const { parts } = testServer(database.database);
  const said = (given: Record<string, string>) => banner(readEnv(given), parts, 3000);
  for (const given of [production, { ...production, PUBLIC_URL: "http://shop.example" }]) expect(await said(given)).toContain("PUBLIC_URL IS NOT HTTPS");
  expect(await said({ ...production, PUBLIC_URL: "https://shop.example" })).not.toContain("IS NOT HTTPS");
  expect(await said({})).not.toContain("IS NOT HTTPS");
});
