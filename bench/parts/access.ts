import type { RoundResult } from "../load/job.ts";
import { startLoadGenerator, type LoadGenerator } from "../load/load-generator.ts";
import type { Options } from "../options.ts";
import type { FloodRow, SignedInRow } from "../report/rows.ts";
import { createAdmin, signInAdmin } from "../run/admin.ts";
import type { DatabaseSource } from "../run/database.ts";
import { measure, median, planFor, warmUp } from "../run/measure.ts";
import { watchOthers } from "../run/others.ts";
import { startShop, type RunningServer } from "../run/servers.ts";
import { makeShop, type Shop } from "../shop/make-shop.ts";

type Say = (row: SignedInRow | FloodRow) => void;

const asked = ["list", "detail", "product page"];
/** Shoppers who read a page, choose, and read the next: not as many as the server can take. */
const shoppers = 4;
const attackers = 32;
const sessions = 8;

/** What it costs to be signed in, and what others notice when somebody guesses passwords as fast as they can. */
export async function measureAccess(databases: DatabaseSource, load: LoadGenerator, options: Options, say: Say): Promise<void> {
  const shop = await makeShop(await databases.create("access"), options.products);
  await createAdmin(shop.database);
  await withServer(shop, {}, (server) => measureSignedIn({ shop, server, load }, options, say));
  for (const limits of ["on", "off"] as const) {
    await withServer(shop, { RATE_LIMITS: limits, TRUSTED_PROXIES: "1" }, (server) => measureFlood({ shop, server, load }, { options, limits }, say));
  }
}

interface Stage {
  shop: Shop;
  server: RunningServer;
  load: LoadGenerator;
}

async function withServer(shop: Shop, env: Record<string, string>, work: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await startShop(shop.database, [], env);
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

/** The same questions with and without a session, in turn. */
async function measureSignedIn({ shop, server, load }: Stage, options: Options, say: Say): Promise<void> {
  const cookies: Record<string, string>[] = [];
  for (let count = 0; count < sessions; count += 1) cookies.push({ cookie: await signInAdmin(server) });
  const contenders = [{ target: "shop" as const, server }, { target: "shop" as const, server, headers: cookies }];
  for (const name of asked) {
    const plan = planFor(options, { name, shopFile: shop.file });
    await warmUp(load, contenders, plan);
    for (const connections of options.connections) {
      const [anonymous, signedIn] = await measure(load, contenders, { ...plan, connections });
      if (anonymous && signedIn) say({ part: "signed in", dialect: shop.database.dialect, name, connections, anonymous, signedIn, share: signedIn.perSecond / anonymous.perSecond });
    }
  }
}

/** Rounds with and without wrong sign-ins from one address, in turn. The shoppers have addresses of their own. */
async function measureFlood({ shop, server, load }: Stage, { options, limits }: { options: Options; limits: "on" | "off" }, say: Say): Promise<void> {
  const attack = startLoadGenerator();
  const others = watchOthers();
  const job = { shopFile: shop.file, target: "shop" as const, url: server.url, seconds: options.secondsPerRound };
  const reading = { ...job, name: "detail", connections: shoppers, headers: addresses("198.51.100.", shoppers) };
  const guessing = { ...job, name: "wrong sign-in", connections: attackers, headers: addresses("203.0.113.9", 1), seconds: options.secondsPerRound + 2 };
  try {
    await load.run(reading);
    const [quiet, flooded, attacks]: RoundResult[][] = [[], [], []];
    for (let round = 0; round < options.rounds; round += 1) {
      quiet?.push(await load.run(reading));
      const attacking = attack.run(guessing);
      // Its connections stand by then.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      flooded?.push(await load.run(reading));
      attacks?.push(await attacking);
    }
    const p95 = (rounds: RoundResult[] = []) => median(rounds.map(({ p95Ms }) => p95Ms));
    const attacksPerSecond = median((attacks ?? []).map(({ failures }) => failures / guessing.seconds));
    const failures = [...(quiet ?? []), ...(flooded ?? [])].reduce((sum, round) => sum + round.failures, 0);
    say({ part: "flood", dialect: shop.database.dialect, limits, attacksPerSecond, quietP95Ms: p95(quiet), floodedP95Ms: p95(flooded), ratio: p95(flooded) / p95(quiet), failures, othersCores: others() });
  } finally {
    await attack.stop();
  }
}

function addresses(start: string, count: number): Record<string, string>[] {
  return Array.from({ length: count }, (_, index) => ({ "x-forwarded-for": count === 1 ? start : `${start}${index + 1}` }));
}
