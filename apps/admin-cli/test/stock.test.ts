import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { run, temporaryFolder } from "./run.ts";
import { startStub, type StubShop } from "./stub-server.ts";

let shop: StubShop;
beforeAll(async () => {
  shop = await startStub();
});
afterAll(() => shop.stop());
beforeEach(() => {
  shop.interfere = () => false;
  shop.calls.length = 0;
});

const stock = (line: string, options: object = {}) => run(["stock", ...line.split(" ")], { url: shop.url, ...options });
const sent = (path: string) => shop.calls.filter((call) => call.path === `inventory.${path}`).map((call) => call.input);
const changes = () => shop.calls.filter(({ path }) => /\.(set|create|update|archive|send|receive|cancel|start|post|countLines)/.test(path));
const aKey = expect.stringMatching(/^[0-9a-f-]{36}$/);

function file(text: string): string {
  const path = join(temporaryFolder(), "counted.csv");
  writeFileSync(path, text);
  return path;
}

describe("help", () => {
  it("has examples at every verb", async () => {
    const verbs = {
      locations: ["list", "create", "update", "archive"],
      transfer: ["send", "receive", "cancel", "list", "show"],
      count: ["start", "enter", "show", "post", "cancel", "list"],
    };
    const words = Object.entries(verbs).flatMap(([noun, names]) => names.map((verb) => `${noun} ${verb}`));
    for (const each of [...words, "set-level", "alerts"]) {
      const { code, stdout } = await stock(`${each} --help`);
      expect([each, code]).toEqual([each, 0]);
      expect(stdout).toContain(`$ cartwright stock ${each}`);
    }
  });
});

describe("bad usage", () => {
  it.each([
    ["locations create Town_Shop --name Town", "Not accepted: code: Use lower-case letters"],
    ["locations create town", "--name"],
    ["locations update town", "Say what to change: --name, --priority, or both."],
    ["set-level SHIRT-M", "Say what to change: --threshold, --backorder, or both."],
    ["set-level SHIRT-M --backorder -1", "Not accepted: backorderLimit"],
    ["transfer send SHIRT-M --from main --to town", "SHIRT-M: write it like SHIRT-M-BLUE=2."],
    ["transfer send SHIRT-M=0 --from main --to town", "Not accepted: lines.0.quantity"],
    ["transfer send SHIRT-M=1 111=2 --from main --to town", "Shirt, M is there twice: SHIRT-M=1 and 111=2."],
    ["transfer send shirt=1 --from main --to town", '"shirt" names 2 variants. Give a SKU.'],
    ["transfer send SHIRT-M=1 --from main", "--to"],
    ["transfer list --status lost", "Allowed choices are in_transit, received, cancelled"],
    ["count enter 3", "Give what was counted, as SKU=QUANTITY or with --file."],
    ["count enter 3 --file nowhere.csv", "There is no file or folder nowhere.csv."],
    ["alerts --since yesterday", "Not accepted: since"],
  ])("%s exits with 2 and says why", async (line, text) => {
    const { code, stdout, stderr } = await stock(line);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(text);
    expect(changes()).toEqual([]);
  });

  it("names every SKU that nobody knows", async () => {
    const { code, stderr } = await stock("count enter 3 MUG=1 SHIRT-M=2 CUP=3");
    expect([code, stderr]).toEqual([3, 'There is no variant "MUG", "CUP".\n']);
    expect(changes()).toEqual([]);
  });
});

describe("locations", () => {
  it("are listed with their units", async () => {
    expect((await stock("locations list")).stdout).toBe("main\tMain\t0\t40\t3\t0\ntown\tTown shop\t1\t0\t0\t4\n");
    expect(JSON.parse((await stock("locations list --json")).stdout)).toMatchObject([{ code: "main" }, { inTransit: 4 }]);
  });

  it("are made and changed under a key", async () => {
    expect((await stock("locations create mill --name Mill --priority 2")).stderr).toBe("Opened mill.\n");
    expect((await stock("locations update town --priority 0 --idempotency-key my-own-key")).code).toBe(0);
    expect(sent("createLocation")).toEqual([{ code: "mill", name: "Mill", priority: 2, idempotencyKey: aKey }]);
    expect(sent("updateLocation")).toEqual([{ location: "town", priority: 0, idempotencyKey: "my-own-key" }]);
  });

  it("are archived when somebody says so, and the server agrees", async () => {
    expect(await stock("locations archive town")).toMatchObject({ code: 2, stderr: expect.stringContaining("add --yes to do it, or --dry-run to see it") });
    expect((await stock("locations archive town --dry-run")).stderr).toBe("Would archive Town shop (town): 0 on hand, 0 reserved, 4 coming.\n");
    expect((await stock("locations archive moon --yes")).code).toBe(3);
    expect(changes()).toEqual([]);
    expect(await stock("locations archive main --yes")).toMatchObject({ code: 5, stderr: "Main is not empty: 40 on hand.\n" });
  });
});

describe("levels and alerts", () => {
  it("take a threshold and a backorder limit", async () => {
    expect((await stock("set-level SHIRT-M --location town --threshold 4 --backorder 0")).stdout).toBe("main\t10\t1\t9\t5\t0\n");
    expect(sent("setLevel")).toEqual([{ variantId: "var_1", location: "town", lowStockThreshold: 4, backorderLimit: 0, idempotencyKey: aKey }]);
  });

  it("tell what became low, by name", async () => {
    const line = "2026-05-01T10:00:00.000Z\tSHIRT-M\tShirt, M\ttown\t2\t3\t\n";
    expect((await stock("alerts")).stdout).toBe(line);
    await stock("alerts --since 2026-04-30");
    expect(sent("listAlerts")).toMatchObject([{ limit: 24 }, { since: "2026-04-30T00:00:00Z" }]);
  });
});

describe("transfers", () => {
  it("are sent by SKU, under a key", async () => {
    const { code, stdout, stderr } = await stock("transfer send SHIRT-M=4 222=1 --from main --to town --note van");
    expect([code, stderr]).toEqual([0, "Transfer 12 from main to town: in transit.\n"]);
    expect(stdout).toBe("SHIRT-M\tShirt, M\t4\t0\t0\t4\n");
    const lines = [{ variantId: "var_1", quantity: 4 }, { variantId: "var_2", quantity: 1 }];
    expect(sent("sendTransfer")).toEqual([{ from: "main", to: "town", lines, note: "van", idempotencyKey: aKey }]);
  });

  it("are received whole, or by line with what is lost", async () => {
    await stock("transfer receive 12");
    await stock("transfer receive 12 SHIRT-M=3 --lost SHIRT-M=1 --lost SHIRT-L=2 --yes");
    const lines = [{ variantId: "var_1", received: 3, lost: 1 }, { variantId: "var_2", received: 0, lost: 2 }];
    expect(sent("receiveTransfer")).toEqual([{ transfer: "12", idempotencyKey: aKey }, { transfer: "12", lines, idempotencyKey: aKey }]);
  });

  it("ask before units are given up or called back, and show what would be", async () => {
    for (const line of ["transfer receive 12 --lost SHIRT-M=1", "transfer cancel 12"]) expect((await stock(line)).code).toBe(2);
    expect((await stock("transfer cancel 12 --dry-run")).stderr).toBe("Would call back 4 units of transfer 12 to main.\n");
    expect((await stock("transfer send SHIRT-M=4 --from main --to town --dry-run")).stderr).toBe("Would send from main to town:\n  4 × Shirt, M\n");
    expect((await stock("transfer receive 12 SHIRT-M=3 --lost SHIRT-L=1 --dry-run")).stderr).toBe("Would receive of transfer 12:\n  3 × Shirt, M\n  1 × Shirt, L, lost\n");
    expect(changes()).toEqual([]);
    expect((await stock("transfer cancel 12 --yes")).stderr).toBe("Transfer 12 from main to town: cancelled.\n");
  });

  it("are listed and shown", async () => {
    expect((await stock("transfer list --status in_transit")).stdout).toBe("12\tin transit\tmain\ttown\t4\t4\t2026-05-01T10:00:00.000Z\t\n");
    expect(JSON.parse((await stock("transfer show 12 --json")).stdout)).toMatchObject({ number: 12, lines: [{ variant: { sku: "SHIRT-M" } }] });
    expect(await stock("transfer show 13")).toMatchObject({ code: 3, stderr: 'There is no transfer "13".\n' });
  });
});

describe("counts", () => {
  it("begin with a number that scripts can take", async () => {
    const { stdout, stderr } = await stock("count start --location town");
    expect([stdout, stderr]).toEqual(["3\n", "Count 3 at town: open. Enter what you count with: cartwright stock count enter 3 SKU=QUANTITY …\n"]);
  });

  it("take what was counted from the line and from a file", async () => {
    const path = file("Shelf;Counted;SKU\nA;5;SHIRT-M\n");
    const { code, stdout, stderr } = await stock(`count enter 3 222=10 --file ${path}`);
    expect([code, stderr]).toEqual([0, "Count 3 at town: open. 1 of 2 differ: -5 and 0.\n"]);
    expect(stdout).toBe("SHIRT-L\tShirt, L\t10\t10\t0\nSHIRT-M\tShirt, M\t10\t5\t-5\n");
    expect(sent("countLines")).toMatchObject([{ count: "3", lines: [{ variantId: "var_2", counted: 10 }, { variantId: "var_1", counted: 5 }] }]);
  });

  it.each([
    ["SKU,Units\nSHIRT-M,5\n", "needs a heading with the columns sku and counted."],
    ["sku,counted\nSHIRT-M,five\n,3\nSHIRT-L,-1\n", 'line 2: "five" is no number of units. line 3: the SKU is missing. line 4: "-1" is no number of units.'],
    ["sku,counted\nSHIRT-M,5\n111,6\n", "Shirt, M is there twice: line 2 of "],
  ])("refuse the file %j, all of it", async (text, problem) => {
    const { code, stderr } = await stock(`count enter 3 --file ${file(text)}`);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
    expect(changes()).toEqual([]);
  });

  it("send a long file in parts, each under its own part of one key", async () => {
    const rows = Array.from({ length: 1_200 }, (_, i) => `PART-${i},${i}`);
    shop.interfere = (request, response) => {
      if (!request.url?.includes("catalog.findVariants")) return false;
      const { handles } = JSON.parse(new URL(request.url, shop.url).searchParams.get("input") ?? "") as { handles: string[] };
      const data = handles.map((sku) => ({ id: `var_${sku.replace(/^var_/, "")}`, sku: sku.replace(/^var_/, ""), barcode: null, productId: "p", productSlug: `p-${sku}`, productTitle: sku, variantTitle: "" }));
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ result: { data } }));
      return true;
    };
    const { code } = await stock(`count enter 3 --file ${file(`sku,counted\n${rows.join("\n")}\n`)} --idempotency-key my-own-key`);
    expect(code).toBe(0);
    const batches = sent("countLines") as { lines: { variantId: string }[]; idempotencyKey: string }[];
    expect(batches.map(({ lines, idempotencyKey }) => [lines.length, idempotencyKey])).toEqual([[500, "my-own-key:0"], [500, "my-own-key:500"], [200, "my-own-key:1000"]]);
    expect(new Set(batches.flatMap(({ lines }) => lines.map(({ variantId }) => variantId))).size).toBe(1_200);
  });

  it("are posted when somebody says so, with what could not be done", async () => {
    expect((await stock("count post 3")).stderr).toContain("Post count 3 at town? 2 of 2 differ: -4 and +1. Nobody is here to answer");
    expect((await stock("count post 3 --dry-run")).stderr).toBe("Would post count 3 at town. 2 of 2 differ: -4 and +1.\n");
    expect((await stock("count cancel 3 --dry-run")).stderr).toBe("Would give up count 3 at town with 2 variants.\n");
    expect(changes()).toEqual([]);
    const { code, stderr } = await stock("count post 3 --yes");
    expect([code, stderr]).toEqual([0, "Count 3 at town: posted. 2 of 2 differ: -4 and +1.\nNote: SHIRT-M: Set to 0.\n"]);
    expect((await stock("count cancel 3 --yes")).stderr).toBe("Count 3 at town: cancelled.\n");
  });

  it("are listed and shown", async () => {
    expect((await stock("count list")).stdout).toBe("3\topen\ttown\t2\t14\t11\t2026-05-01T10:00:00.000Z\t\n");
    expect((await stock("count show 3")).stdout).toBe("SHIRT-M\tShirt, M\t10\t6\t-4\nSHIRT-L\tShirt, L\t4\t5\t+1\n");
  });
});
