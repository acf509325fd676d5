import { fc } from "@cartwright/core/testing/garbage";

/** One request: what it says, and what is odd about how. */
export interface Sent {
  text: string;
  how: { isBatch: boolean; contentType: string; key: string | null; extra: Record<string, string> };
}

const usual = { isBatch: false, contentType: "application/json", key: null, extra: {} };
const oddKeys = ["x", "'; drop table carts; --", "k".repeat(101), "<b>key</b>-12345", "ключ-ключ-ключ", "repeated-key-1"];
const oddHeaders: Record<string, string>[] = [
  { cookie: "cartwright_cart=; cartwright_session=__proto__" },
  { cookie: `cartwright_cart=${"a".repeat(4_000)}` },
  { cookie: "cartwright_cart=%E0%A4%A; cartwright_cart=b" },
  { "user-agent": "<script>alert(1)</script>" },
  { "x-forwarded-for": "' or 1=1, ::1, 999.1.1.1" },
  { accept: "application/jsonl" },
  { "trpc-accept": "application/jsonl" },
  { "x-cartwright-client": "cli/<b>" },
  { "accept-language": "zz-ZZ;q=NaN" },
];

/** Mostly as our own pages send it. Headers hold Latin letters only, and a browser's `fetch` refuses others as well. */
export const hows = fc.oneof(
  { weight: 6, arbitrary: fc.constant(usual) },
  {
    weight: 1,
    arbitrary: fc.record({
      isBatch: fc.boolean(),
      contentType: fc.constantFrom("application/json", "application/json; charset=utf-8", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/octet-stream", ""),
      key: fc.option(fc.constantFrom(...oddKeys.filter((key) => /^[\x20-\xff]*$/.test(key)))),
      extra: fc.constantFrom<Record<string, string>>({}, ...oddHeaders),
    }),
  },
);

/** The request that a call is: reads by address, changes by body. */
export function requestOf({ path, type }: { path: string; type: string }, { text, how }: Sent, token: string | null): { url: string; init: RequestInit } {
  const headers = new Headers(how.extra);
  if (token) headers.set("authorization", `Bearer ${token}`);
  if (how.key) headers.set("idempotency-key", how.key);
  if (type === "mutation") {
    if (how.contentType) headers.set("content-type", how.contentType);
    return { url: `/api/trpc/${path}${how.isBatch ? "?batch=1" : ""}`, init: { method: "POST", body: how.isBatch ? `{"0":${text}}` : text, headers } };
  }
  const input = encodeURIComponent((how.isBatch ? `{"0":${text}}` : text).replaceAll(/\p{Surrogate}/gu, "\ufffd"));
  return { url: `/api/trpc/${path}?${how.isBatch ? "batch=1&" : ""}input=${input}`, init: { headers } };
}
