import { checkWholeDatabase } from "./checks/whole-database.ts";
import { readOptions, usage, type Options } from "./options.ts";
import { recordTo, writeSummary } from "./report/record.ts";
import { Summary } from "./report/summary.ts";
import { play } from "./story/play.ts";
import { signInStaff } from "./story/set-the-scene.ts";
import { buildServers, openWorld, type World } from "./world/open-world.ts";
import type { Dialect } from "../run/database.ts";

const options = optionsOrExit();
// So that what was started and made is taken away again.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
const record = options.record === null ? null : recordTo(options.record);
const servers = await buildServers();
const summaries: Summary[] = [];
try {
  for (const dialect of options.dialects) {
    const world = await openWorld(servers.main, dialect, options);
    try {
      const summary = await playAll(world, dialect);
      for (const { promise, what } of await checkWholeDatabase(world.sql)) {
        console.log(`  ${promise} is broken in the whole database: ${what}`);
        summary.addBroken(promise);
      }
      summary.print();
      summaries.push(summary);
    } finally {
      await world.close();
    }
  }
} finally {
  servers.remove();
}
if (options.summary !== null) writeSummary(options.summary, { servers: options.servers, without: options.without, dialects: summaries });
process.exit(summaries.some((summary) => summary.isBroken) ? 1 : 0);

async function playAll(world: World, dialect: Dialect): Promise<Summary> {
  const summary = new Summary(dialect);
  const session = await signInStaff(world);
  const startedAt = performance.now();
  for (let seed = options.firstSeed; seed < options.firstSeed + options.seeds; seed += 1) {
    if (performance.now() - startedAt > options.seconds * 1_000) break;
    const outcome = await play(world, seed, session);
    summary.add(outcome);
    record?.(dialect, outcome);
    if (options.tells || outcome.broken.length > 0) {
      console.log(`The story of seed ${seed} on ${dialect}:\n${outcome.story.log.tell()}`);
    }
    for (const { promise, what } of outcome.broken) console.log(`  ${promise} is broken: ${what}`);
    if (outcome.broken.length > 0) {
      console.log(`Again: npm run torture -- --dialect ${dialect} --seed ${seed}${options.without ? ` --without ${options.without}` : ""}`);
      if (!options.keepsGoing) break;
    }
    if (summary.seeds % 50 === 0) console.error(`${dialect}: ${summary.seeds} seeds`);
  }
  return summary;
}

function optionsOrExit(): Options {
  try {
    const read = readOptions(process.argv.slice(2));
    if (read) return read;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}
