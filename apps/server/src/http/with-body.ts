/** A change that needs no input may come without a body, which tRPC's adapter would try to read as JSON. */
export function withBody(request: Request): Request {
  if (request.method !== "POST" || request.headers.get("content-length") !== "0") return request;
  const { url, method, headers, signal } = request;
  const filled = new Headers(headers);
  filled.delete("content-length");
  if (!filled.has("content-type")) filled.set("content-type", "application/json");
  return new Request(url, { method, headers: filled, signal, body: "{}" });
}
