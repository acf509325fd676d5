import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin, cliOf, startRealServer, type RealServer } from "./real-server.ts";
import { run, temporaryFolder } from "./run.ts";

let server: RealServer;
const configHome = temporaryFolder();

beforeAll(async () => {
  server = await startRealServer({ isDemo: true });
}, 60_000);
afterAll(() => server.stop());

/** A way to the server that loses its first answers to a procedure: they are cut off after the server has sent them. */
async function openLossyWay(procedure: string, losses: number) {
  const target = Number(new URL(server.url).port);
  let left = losses;
  const open = new Set<Socket>();
  const listener = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    let isAsked = false;
    open.add(client);
    client.on("data", (chunk: Buffer) => {
      isAsked ||= chunk.includes(procedure);
      upstream.write(chunk);
    });
    upstream.on("data", (chunk: Buffer) => {
      if (!isAsked || left === 0) return void client.write(chunk);
      left -= 1;
      client.destroy();
    });
    for (const [socket, other] of [[client, upstream], [upstream, client]] as const) socket.on("error", () => other.destroy()).on("close", () => other.destroy());
  });
  await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    lost: () => losses - left,
    close: () => {
      // What a client keeps open for its next request would be waited for.
      for (const client of open) client.destroy();
      return new Promise((done) => listener.close(done));
    },
  };
}

describe("an answer that is lost after the server has done it", { timeout: 60_000 }, () => {
  it("is asked for again, and the change is made once", async () => {
    const cli = cliOf(server.url);
    cli(["login", "--email", admin.email, "--password-stdin"], `${admin.password}\n`);
    const sku = /(?<="sku":")[^"]+/.exec(cli(["products", "show", "day-pack", "--json"]).stdout)?.[0] ?? "";
    const onHand = () => (JSON.parse(cli(["stock", "show", sku, "--json"]).stdout) as { levels: { onHand: number }[] }).levels.map((level) => level.onHand);
    const before = onHand();
    const way = await openLossyWay("inventory.receive", 2);
    await run(["login", "--email", admin.email, "--password-stdin"], { url: way.url, token: null, configHome, stdin: `${admin.password}\n` });
    const { code } = await run(["stock", "receive", sku, "7"], { url: way.url, token: null, configHome });
    await way.close();
    expect([code, way.lost()]).toEqual([0, 2]);
    expect(onHand()).toEqual(before.map((count, at) => (at === 0 ? count + 7 : count)));
  });
});
