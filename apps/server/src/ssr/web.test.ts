import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { projectRoot } from "../locate.ts";
import { appRouter } from "../router.ts";
import { createWeb } from "./web.ts";

const secret = "select password_hash from accounts";

/** The storefront over a database that is gone. */
async function brokenWeb() {
  const onError = vi.fn<(error: unknown, requestId: string) => void>();
  const web = await createWeb({
    mode: "production",
    folder: join(projectRoot(), "apps/web"),
    router: appRouter,
    publicUrl: null,
    createContext: () => Promise.reject(new Error(secret)),
    onError,
  });
  return { web, onError };
}

test("a page that can't be made says so with status 500 and the request id, and nothing else", async () => {
  const { web, onError } = await brokenWeb();
  const response = await web.fetch(new Request("http://localhost/products"), { requestId: "req_of_this_page", address: () => null });
  const html = await response.text();
  expect(response.status).toBe(500);
  expect(html).toContain("req_of_this_page");
  expect(html).not.toContain("password_hash");
  expect(onError.mock.calls.map(([, requestId]) => requestId)).toContain("req_of_this_page");
});

test("built files do not need the database", async () => {
  const { web } = await brokenWeb();
  const response = await web.fetch(new Request("http://localhost/lark.svg"), { requestId: "req_x", address: () => null });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=UTF-8");
});

test("says what to do when the storefront is not built", async () => {
  const options = { mode: "production", folder: join(projectRoot(), "apps/server"), router: appRouter, publicUrl: null } as const;
  const web = createWeb({ ...options, createContext: () => Promise.reject(new Error("unused")), onError: () => {} });
  await expect(web).rejects.toThrow("not built yet");
});
