import { testCards } from "@cartwright/core/payments/schemas";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { httpTestGateway } from "./http-test-gateway.ts";
import { testGateway } from "./test-gateway.ts";

const charge = (idempotencyKey: string, number: string = testCards.approved) => ({
  idempotencyKey,
  amount: { amountMinor: 1_740, currency: "EUR" },
  orderNumber: 1001,
  card: { number },
});
const refund = (idempotencyKey: string) => ({ idempotencyKey, reference: "test_pay_1", amount: { amountMinor: 1_740, currency: "EUR" } });

describe("testGateway", () => {
  let folder: string;
  let book: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cartwright-gateway-"));
    book = join(folder, "book.jsonl");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("knows what another server of the same folder took and gave back", async () => {
    const [one, other] = [testGateway(book), testGateway(book)];
    expect(await other.find("pay_1")).toBeNull();
    const taken = await one.charge(charge("pay_1"));
    expect(await other.find("pay_1")).toEqual(taken);
    expect(await other.charge(charge("pay_1", testCards.declined))).toEqual(taken);
    await one.refund(refund("ref_1"));
    await other.refund(refund("ref_1"));
    expect(readFileSync(book, "utf8").match(/"refund"/g)).toHaveLength(1);
  });

  it("remembers after a kill that cut its last line short", async () => {
    await testGateway(book).charge(charge("pay_1"));
    appendFileSync(book, '{"kind":"charge","key":"pay_2","outc');
    const reopened = testGateway(book);
    await reopened.charge(charge("pay_3"));
    const again = testGateway(book);
    expect(await again.find("pay_1")).toMatchObject({ status: "captured" });
    expect(await again.find("pay_2")).toBeNull();
    expect(await again.find("pay_3")).toMatchObject({ status: "captured" });
  });
});

describe("httpTestGateway", () => {
  let server: Server;
  let answer: { status: number; body: string };
  let asked: { method: string | undefined; url: string | undefined; body: string }[];
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        asked.push({ method: request.method, url: request.url, body });
        response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterEach(() => server.close());
  const gateway = () => httpTestGateway(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const answers = (status: number, body: unknown) => (answer = { status, body: JSON.stringify(body) });

  it("charges, asks and refunds by our keys", async () => {
    const outcome = { status: "declined", reference: "gw_1", reason: "no funds" };
    answers(200, outcome);
    expect(await gateway().charge(charge("pay_1"))).toEqual(outcome);
    expect(await gateway().find("pay_1")).toEqual(outcome);
    answers(200, { reference: "gwr_1" });
    expect(await gateway().refund(refund("ref_1"))).toEqual({ reference: "gwr_1" });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(["POST /charges", "GET /charges/pay_1", "POST /refunds"]);
    expect(JSON.parse(asked[0]!.body)).toEqual({ idempotencyKey: "pay_1", amountMinor: 1_740, currency: "EUR", orderNumber: 1001, card: { number: testCards.approved } });
    expect(JSON.parse(asked[2]!.body)).toEqual({ idempotencyKey: "ref_1", reference: "test_pay_1", amountMinor: 1_740 });
  });

  it("tells a charge that never arrived from an answer that never came", async () => {
    answers(404, { error: "never heard of it" });
    expect(await gateway().find("pay_1")).toBeNull();
    answers(503, { status: "captured", reference: "gw_1" });
    await expect(gateway().find("pay_1")).rejects.toThrow("503");
    await expect(gateway().charge(charge("pay_1"))).rejects.toThrow("503");
    await expect(gateway().refund(refund("ref_1"))).rejects.toThrow("503");
    answers(200, { status: "perhaps", reference: "gw_1" });
    await expect(gateway().charge(charge("pay_1"))).rejects.toThrow("no outcome");
    const gone = gateway();
    await new Promise((done) => server.close(done));
    await expect(gone.find("pay_1")).rejects.toThrow("fetch failed");
  });
});
