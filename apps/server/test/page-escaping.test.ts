import { createProductOf, makeContext } from "@cartwright/core/testing";
import { useDatabase } from "@cartwright/db/testing";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createContext } from "../src/context.ts";
import { projectRoot } from "../src/locate.ts";
import { appRouter } from "../src/router.ts";
import { createWeb } from "../src/ssr/web.ts";
import type { Web } from "../src/ssr/web-parts.ts";
import { testServer } from "./client.ts";

const database = useDatabase();
const nasty = `</script><script>alert("stored")</script><img src=x onerror=alert(1)>"'`;
let web: Web;
let slug: string;

beforeAll(async () => {
  const { parts } = testServer(database.database);
  ({ slug } = await createProductOf(makeContext(database.db), { title: nasty, seoTitle: nasty, seoDescription: nasty, descriptionHtml: `<p>${nasty}</p>` }));
  web = await createWeb({
    mode: "production",
    folder: join(projectRoot(), "apps/web"),
    router: appRouter,
    publicUrl: null,
    createContext: (request, headers) => createContext(parts, request, headers),
    onError: (error) => {
      throw error;
    },
  });
});

async function pageOf(path: string): Promise<string> {
  const response = await web.fetch(new Request(`http://localhost${path}`), { requestId: "req_1", address: () => null });
  return response.text();
}

/** Tags that somebody's text has brought: each script of ours has a nonce, an address or is data. */
function foreignTags(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag).filter((tag) => !/ (nonce|src)="|ld\+json/.test(tag));
  return [...scripts, ...(html.match(/<img src=x/gi) ?? [])];
}

describe("what somebody wrote", () => {
  it("is text in a page, in its data and in what search engines read", async () => {
    const html = await pageOf(`/products/${slug}`);
    expect(html).toContain("alert(");
    expect(foreignTags(html)).toEqual([]);
  });

  it("in an address is text in the page of the search", async () => {
    const html = await pageOf(`/search?q=${encodeURIComponent(nasty)}`);
    expect(html).toContain("stored");
    expect(foreignTags(html)).toEqual([]);
  });
});
