import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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
  shop.version = "0.1.0";
  shop.calls.length = 0;
});

const escape = String.fromCharCode(27);

describe("help", () => {
  it("is what a bare call shows, on stdout", async () => {
    const { code, stdout, stderr } = await run([]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const word of ["Start here:", "products", "Exit codes:", "CARTWRIGHT_TOKEN"]) expect(stdout).toContain(word);
  });

  it("has examples at every verb", async () => {
    const nouns = {
      products: "list show create update archive import export", categories: "tree", stock: "show receive adjust low history watch",
      orders: "list show ship deliver cancel watch explain track refund rebuild",
      returns: "list show create approve reject receive cancel",
      shop: "show set", staff: "list invite grant revoke remove reset-second-factor", tokens: "list create revoke", audit: "list", shipping: "list create update archive", tax: "list set remove",
    };
    const verbs = Object.entries(nouns).flatMap(([noun, names]) => names.split(" ").map((verb) => [noun, verb]));
    for (const words of [["login"], ["logout"], ["whoami"], ["doctor"], ...verbs]) {
      const { code, stdout } = await run([...words, "--help"]);
      expect([words, code]).toEqual([words, 0]);
      expect(stdout).toContain(`$ cartwright ${words.join(" ")}`);
    }
  });

  it("prints the version", async () => {
    expect(await run(["--version"])).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  });
});

describe("bad usage", () => {
  it.each([
    [["prodcts", "list"], "Did you mean products?"],
    [["products", "lst"], "Did you mean list?"],
    [["products", "list", "--stauts", "draft"], "Did you mean --status?"],
    [["products", "list", "--status", "sold"], "Allowed choices are draft, active, archived"],
    [["products", "list", "--limit", "0"], "Give a whole number from 1."],
    [["products", "show"], "Missing required argument 'product'"],
    [["products", "show", "a", "b"], "Too many arguments"],
    [["products"], "Usage: cartwright products"],
    [["stock", "adjust", "SHIRT-M", "--by", "1"], "--reason"],
    [["stock", "adjust", "SHIRT-M", "--by", "1", "--to", "2", "--reason", "x"], "Give either the change (--by) or the new count (--to)."],
    [["stock", "receive", "SHIRT-M", "0"], "Not accepted: quantity: Too small"],
    [["stock", "receive", "SHIRT-M", "2.5"], "Give a whole number."],
    [["stock", "show", "shirt"], '"shirt" names 2 variants'],
    [["orders", "ship", "1001", "--line", "SHIRT-M"], "write it like SHIRT-M-BLUE=2"],
    [["products", "import", "nowhere.csv"], "There is no file or folder nowhere.csv."],
    [["products", "import", "."], ". is a folder."],
    [["whoami", "--url", "localhost:3000"], "starts with http:// or https://"],
    [["shop", "set"], "Say what to change, such as --name or --countries."],
    [["shop", "set", "--currency", "EUX"], "Not accepted: currency: Give a currency by its three letters, such as EUR."],
    [["shop", "set", "--countries", "DE,ZZ"], "Not accepted: countries.1: Give a country"],
    [["shipping", "create", "standard", "--name", "Standard"], "A shipping method needs --name and --price."],
    [["shipping", "create", "standard", "--name", "Standard", "--price", "4.905"], "--price 4.905: not a price in EUR"],
    [["shipping", "create", "Next Day", "--name", "Fast", "--price", "9"], "Not accepted: code: Use lower-case letters"],
    [["shipping", "update", "standard"], "Say what to change, such as --name or --price."],
    [["tax", "set", "DE", "nineteen"], "Give a rate in percent, such as 19 or 8.1."],
    [["tax", "set", "DE", "8.125"], "Give a rate in percent"],
    [["tax", "set", "DE", "101"], "Not accepted: rateBasisPoints: A rate is 100% at most."],
    [["tax", "set", "Germany", "19"], "Not accepted: country: Give a country"],
    [["login"], "Nobody is here to ask."],
  ])("%j exits with 2 and says why", async (args, text) => {
    const { code, stdout, stderr } = await run(args, { url: shop.url });
    expect(code).toBe(2);
    expect(stderr).toContain(text);
    expect(stdout).toBe("");
  });

  it("lists what an ambiguous handle may mean", async () => {
    const { stderr } = await run(["stock", "show", "shirt"], { url: shop.url });
    expect(stderr.split("\n").slice(0, 2)).toEqual(["  SHIRT-M  Shirt, M", "  SHIRT-L  Shirt, L"]);
  });
});

describe("refusals of the server", () => {
  it.each([
    ["an unknown order", ["orders", "show", "7"], 3, 'There is no order "7".'],
    ["an unknown line", ["orders", "ship", "1001", "--line", "MUG=1"], 3, 'Order 1001 has no line "MUG".'],
    ["an unknown variant", ["stock", "show", "MUG"], 3, 'There is no variant "MUG".'],
    ["a conflict", ["orders", "cancel", "1001", "--reason", "x", "--yes"], 5, "Order 1001 has been shipped."],
    ["an unknown shipping method", ["shipping", "archive", "pigeon", "--yes"], 3, 'There is no shipping method "pigeon".'],
    ["a country without a rate", ["tax", "remove", "FR", "--yes"], 3, 'There is no tax rate "FR".'],
    ["a currency in use", ["shop", "set", "--currency", "USD"], 5, "The currency stays EUR"],
    ["input", ["products", "export", "--json"], 0, ""],
  ])("%s", async (_, args, exitCode, text) => {
    const { code, stderr } = await run(args, { url: shop.url });
    expect(code).toBe(exitCode);
    expect(stderr).toContain(text);
  });

  it("sends to log in when nobody is signed in or the session has run out", async () => {
    for (const token of [null, "old-token"]) {
      const { code, stderr } = await run(["orders", "list"], { url: shop.url, token });
      expect([code, stderr]).toEqual([4, `You are not signed in at ${shop.url}, or your session has run out. Log in with: cartwright login\n`]);
    }
    expect((await run(["whoami"], { url: shop.url, token: "old-token" })).stderr).toContain("has run out");
  });

  it("names each field the server did not take", async () => {
    shop.interfere = (_, response) => {
      const error = { message: "x", code: -32600, data: { code: "BAD_REQUEST", reason: "input.invalid", fieldErrors: { title: ["Too long."], "variants.0.sku": ["Taken."] } } };
      response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify({ error }));
      return true;
    };
    const { code, stderr } = await run(["orders", "list"], { url: shop.url });
    expect([code, stderr]).toEqual([2, "Not accepted: title: Too long.; variants.0.sku: Taken.\n"]);
  });

  it("shows where to look for an unknown error, and nothing of its inside", async () => {
    const { code, stderr } = await run(["orders", "deliver", "1001"], { url: shop.url });
    expect(code).toBe(1);
    expect(stderr).toMatch(/The server's log has it under req_7\.\n$/);
    expect(stderr).not.toMatch(/\bat .*:\d+/);
  });
});

describe("the way to the server", () => {
  it("says what to do when nothing listens", async () => {
    const { code, stderr } = await run(["orders", "list"], { url: "http://127.0.0.1:1999" });
    expect([code, stderr]).toEqual([1, "No server answers at http://127.0.0.1:1999. Start it with npm start, or name another with --url.\n"]);
  });

  it("refuses a server of another major version, and what is no Cartwright server", async () => {
    shop.version = "2.3.0";
    expect((await run(["orders", "list"], { url: shop.url })).stderr).toBe(
      `The server at ${shop.url} is version 2.3.0, this CLI is 0.1.0. Use a CLI of the server's version.\n`,
    );
    shop.interfere = (_, response) => {
      response.removeHeader("x-cartwright-version");
      response.end("<h1>hello</h1>");
      return true;
    };
    const { code, stderr } = await run(["orders", "list"], { url: shop.url });
    expect([code, stderr]).toEqual([1, `${shop.url} answers, but not as a Cartwright server does.\n`]);
  });

  it("repeats a keyed mutation after the connection broke, under the same key", async () => {
    let broken = 2;
    const bodies: string[] = [];
    shop.interfere = (request) => {
      if (!request.url?.includes("inventory.receive") || broken === 0) return false;
      broken -= 1;
      request.on("data", (chunk: Buffer) => bodies.push(chunk.toString())).on("end", () => request.socket.destroy());
      return true;
    };
    const { code } = await run(["stock", "receive", "SHIRT-M", "5"], { url: shop.url });
    expect(code).toBe(0);
    const last = shop.calls.findLast(({ path }) => path === "inventory.receive");
    expect(bodies).toHaveLength(2);
    for (const body of bodies) expect(JSON.parse(body)).toEqual(last?.input);
    expect(last?.input).toMatchObject({ variantId: "var_1", quantity: 5, idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it("tells the key when it has to give up, and takes one", async () => {
    shop.interfere = (request) => {
      if (!request.url?.includes("inventory.receive")) return false;
      request.socket.destroy();
      return true;
    };
    const { code, stderr } = await run(["stock", "receive", "SHIRT-M", "5", "--idempotency-key", "my-own-key"], { url: shop.url });
    expect(code).toBe(1);
    expect(stderr).toContain("repeat the command with --idempotency-key my-own-key");
  });
});

describe("output", () => {
  it("is a table on a terminal, cut to its width, in colour", async () => {
    const { stdout, stderr } = await run(["orders", "list", "--limit", "2"], { url: shop.url, columns: 60 });
    expect(stdout).toContain("Order");
    expect(stdout).toContain(escape);
    expect(stdout).toContain("€30.88");
    for (const line of stdout.replaceAll(new RegExp(`${escape}\\[\\d+m`, "g"), "").split("\n")) expect(line.length).toBeLessThanOrEqual(60);
    expect(stderr).toContain("2 of 250 orders. More with --all");
  });

  it.each([
    ["NO_COLOR", { env: { NO_COLOR: "1" } }, []],
    ["--no-color", {}, ["--no-color"]],
    ["a pipe", { columns: undefined }, []],
  ])("has no colour with %s", async (_, options, args) => {
    const { stdout } = await run(["orders", "list", ...args], { url: shop.url, columns: 80, ...options });
    expect(stdout).not.toContain(escape);
  });

  it("is tab-separated without a heading when piped", async () => {
    const { stdout } = await run(["orders", "list", "--limit", "2"], { url: shop.url });
    expect(stdout).toBe(
      "1250\tconfirmed\t€30.88\t2\tjo@example.com\t2026-05-01T10:00:00.000Z\n1249\tconfirmed\t€30.88\t2\tjo@example.com\t2026-05-01T10:00:00.000Z\n",
    );
  });

  it("is JSON on request, page after page", async () => {
    const { stdout } = await run(["orders", "list", "--all", "--json"], { url: shop.url });
    const page = JSON.parse(stdout) as { items: { number: number }[]; nextCursor: string | null };
    expect([page.items.length, new Set(page.items.map(({ number }) => number)).size, page.nextCursor]).toEqual([250, 250, null]);
    expect(shop.calls).toHaveLength(3);
  });

  it("draws the tree of categories, or lists paths", async () => {
    expect((await run(["categories", "tree"], { url: shop.url, columns: 80, env: { NO_COLOR: "1" } })).stdout).toBe("Kitchen kitchen · 3\n└── Pans pans · 2\n");
    expect((await run(["categories", "tree"], { url: shop.url })).stdout).toBe("kitchen\t3\tKitchen\npans\t2\tKitchen > Pans\n");
  });

  it("gives names to levels that are low", async () => {
    expect((await run(["stock", "low"], { url: shop.url })).stdout).toBe("SHIRT-M\tShirt, M\tmain\t0\t1\t5\n");
  });
});

describe("settings", () => {
  const sent = (path: string) => shop.calls.find((call) => call.path === path)?.input;

  it("are shown one a line", async () => {
    const { stdout } = await run(["shop", "show"], { url: shop.url });
    expect(stdout).toBe("name\tStub\ntagline\tOf tests\ncurrency\tEUR\nhome\tDE\nsends to\tDE, AT\nprices include tax\tyes\nmost of one thing\t99\nstock held for\t15 min\nstaff's second factor\toptional\ntransfers go to\tnot told, so none are offered\n");
  });

  it("are sent as far as they are given", async () => {
    const { code, stderr } = await run(["shop", "set", "--name", "Larkfield", "--countries", "de, at", "--no-prices-include-tax"], { url: shop.url });
    expect([code, stderr]).toEqual([0, "Changed.\n"]);
    expect(sent("shop.update")).toEqual({ name: "Larkfield", countries: ["DE", "AT"], pricesIncludeTax: false });
  });

  it("take money as decimals", async () => {
    await run(["shipping", "create", "express", "--name", "Express", "--price", "12.9", "--free-over", "75"], { url: shop.url });
    expect(sent("shipping.create")).toEqual({ code: "express", name: "Express", description: "", priceMinor: 1290, freeOverMinor: 7500, countries: [] });
    await run(["shipping", "update", "express", "--no-free-over", "--no-countries"], { url: shop.url });
    expect(sent("shipping.update")).toEqual({ code: "express", freeOverMinor: null, countries: [] });
    expect((await run(["shipping", "list"], { url: shop.url })).stdout).toBe("standard\tStandard\t€4.90\t€75.00\tall\t0\n");
  });

  it.each([
    ["19", 1900],
    ["8.1", 810],
    ["5.55%", 555],
    ["0", 0],
  ])("take the rate %s", async (percent, rateBasisPoints) => {
    const { code, stdout } = await run(["tax", "set", "de", percent], { url: shop.url });
    expect([code, sent("tax.set")]).toEqual([0, { country: "DE", rateBasisPoints }]);
    expect(stdout).toBe(`DE\tMWST\t${percent.replace("%", "")}%\n`);
  });

  it("send nothing with --dry-run", async () => {
    for (const args of [["shop", "set", "--name", "x"], ["shipping", "create", "a", "--name", "A", "--price", "1"], ["shipping", "update", "a", "--price", "1"], ["tax", "set", "DE", "19"]]) {
      expect((await run([...args, "--dry-run"], { url: shop.url })).code).toBe(0);
    }
    expect(shop.calls.filter(({ path }) => !/shop\.get|list/.test(path))).toEqual([]);
  });
});

describe("what can't be undone", () => {
  it("needs --yes where nobody can answer", async () => {
    for (const args of [["orders", "cancel", "1001", "--reason", "x"], ["stock", "adjust", "SHIRT-M", "--by", "-3", "--reason", "x"], ["shipping", "archive", "standard"], ["tax", "remove", "CH"]]) {
      const { code, stderr } = await run(args, { url: shop.url });
      expect(code).toBe(2);
      expect(stderr).toContain("add --yes to do it, or --dry-run to see it");
    }
    expect(shop.calls.filter(({ path }) => /cancel|adjust|archive|remove/.test(path))).toEqual([]);
  });

  it("shows with --dry-run what it would do", async () => {
    const { code, stderr } = await run(["stock", "adjust", "SHIRT-M", "--to", "4", "--reason", "x", "--dry-run"], { url: shop.url });
    expect([code, stderr]).toEqual([0, "Would adjust. On hand of Shirt, M: 10 → 4.\n"]);
    expect(shop.calls.some(({ path }) => path === "inventory.adjust")).toBe(false);
  });

  it("names with --dry-run what would go", async () => {
    expect((await run(["shipping", "archive", "standard", "--dry-run"], { url: shop.url })).stderr).toBe("Would archive Standard (standard).\n");
    expect((await run(["tax", "remove", "ch", "--dry-run"], { url: shop.url })).stderr).toBe("Would remove the MWST of CH, 8.1%.\n");
  });

  it("does not ask when units are added", async () => {
    expect((await run(["stock", "adjust", "SHIRT-M", "--by", "3", "--reason", "found"], { url: shop.url })).stdout).toBe("main\t13\t1\t12\t5\t0\n");
  });
});

describe("sign-in", () => {
  it("keeps the session by server, in a file only its owner can read", async () => {
    const configHome = temporaryFolder();
    const login = await run(["login", "--email", "Ada@Example.com", "--password-stdin"], { url: shop.url, token: null, configHome, stdin: "right\n" });
    expect([login.code, login.stdout]).toEqual([0, ""]);
    const path = join(configHome, "cartwright", "credentials.json");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ [shop.url]: { token: "staff-token", email: "ada@example.com" } });

    const whoami = await run(["whoami", "--json"], { url: `${shop.url}/`, token: null, configHome });
    expect(JSON.parse(whoami.stdout)).toMatchObject({ email: "ada@example.com", role: "admin" });
    expect((await run(["logout"], { url: shop.url, token: null, configHome })).stderr).toBe(`Signed out at ${shop.url}.\n`);
    expect((await run(["whoami"], { url: shop.url, token: null, configHome })).code).toBe(4);
  });

  it("narrows the mode of a file that others could read", async () => {
    const configHome = temporaryFolder();
    const path = join(configHome, "cartwright", "credentials.json");
    mkdirSync(join(configHome, "cartwright"));
    writeFileSync(path, "{}", { mode: 0o644 });
    await run(["login", "--email", "a@example.com", "--password-stdin"], { url: shop.url, token: null, configHome, stdin: "right" });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("says what the server says of a wrong password", async () => {
    const { code, stderr } = await run(["login", "--email", "a@example.com", "--password-stdin"], { url: shop.url, token: null, stdin: "wrong" });
    expect([code, stderr]).toEqual([4, "E-mail address and password don't fit together.\n"]);
  });

  it("sends the token and who it is", async () => {
    let client: string | string[] | undefined;
    shop.interfere = ({ headers }) => {
      client = headers["x-cartwright-client"];
      return false;
    };
    await run(["orders", "list"], { url: shop.url, token: "staff-token" });
    expect([client, shop.calls[0]?.token]).toEqual(["cli/0.1.0", "staff-token"]);
  });
});

describe("doctor", () => {
  it("fails when no server answers", async () => {
    const { code, stdout } = await run(["doctor", "--json"], { url: "http://127.0.0.1:1999" });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, checks: [{ name: "server", state: "failed" }] });
  });

  it("warns, without failing, of what is missing to sell", async () => {
    const { code, stdout } = await run(["doctor"], { url: shop.url });
    expect(code).toBe(0);
    expect(stdout).toContain("warning\tselling\tthere is no way to send; make one with: cartwright shipping create\n");
    shop.locationCount = 0;
    const { checks, ok } = JSON.parse((await run(["doctor", "--json"], { url: shop.url })).stdout) as { ok: boolean; checks: { name: string; state: string; detail: string }[] };
    shop.locationCount = 1;
    expect([ok, checks.find(({ name }) => name === "selling")]).toMatchObject([true, { state: "warning", detail: expect.stringMatching(/^there is no stock location; .*; there is no way to send/) }]);
  });

  it("warns of payments whose gateway has been silent for long", async () => {
    shop.payments = { waitingCount: 2, waitingSince: new Date(Date.now() - 3_600_000).toISOString(), checkCount: 1 };
    const { code, stdout } = await run(["doctor"], { url: shop.url });
    shop.payments = { waitingCount: 0, waitingSince: null, checkCount: 0 };
    expect(code).toBe(0);
    expect(stdout).toMatch(/^warning\tpayments\t2 wait for their gateway since \S+, 1 that failed are asked about again; see: cartwright orders list --status pending$/m);
  });

  it("shows what anybody may see to who is not signed in", async () => {
    const { code, stdout } = await run(["doctor"], { url: shop.url, token: null });
    expect(code).toBe(0);
    expect(stdout.split("\n").map((line) => line.split("\t").slice(0, 2).join(" "))).toEqual([
      "ok server", "skipped signed in", "ok database", "skipped migrations", "skipped clock", "skipped shop", "skipped selling", "",
    ]);
  });
});
