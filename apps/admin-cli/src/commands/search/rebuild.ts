import { Command } from "commander";
import { setTimeout as pause } from "node:timers/promises";
import { openSession, type Cli, type Session } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { confirmOrStop } from "../../confirm.ts";
import { CliError, InterruptedError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { startProgress } from "../../output/progress.ts";
import { retrying } from "../../retry.ts";

type Engine = Outputs["search"]["status"]["engines"][number];

interface Options {
  fresh?: boolean;
  yes?: boolean;
}

const lookAgainMs = 500;
/** The server makes place for the new index before it answers, which may take a while in a large shop. */
const timeoutMs = 600_000;
const longestStandstillMs = 600_000;
const waitsMs = [500, 2_000, 8_000, 15_000];

export function rebuildCommand(cli: Cli): Command {
  const command = new Command("rebuild")
    .description("make the index anew beside the one that answers, and wait until it has taken its place")
    .option("--fresh", "throw away what an interrupted rebuild has done")
    .option("-y, --yes", "do not ask")
    .action(async ({ fresh = false, yes = false }: Options, command: Command) => {
      const session = await openSession(cli, command, { timeoutMs });
      const { api, out } = session;
      const before = await mainEngine(session);
      if (fresh && before.rebuild) await confirmOrStop(cli, `Throw away a rebuild that has ${progressOf(before.rebuild)}?`, yes || out.isJson);
      const begun = await api.search.rebuild.mutate({ isFresh: fresh });
      if (!out.isJson && before.rebuild && !fresh) out.say(`Going on with a rebuild that has ${progressOf(before.rebuild)}.`);
      const engine = await waitForIt(session, begun.wanted);
      if (out.isJson) return out.json(engine);
      out.say(`${engine.documents.toLocaleString("en")} products are in the new index of ${engine.name}.`);
    });
  return addExamples(command, ["search rebuild", "search rebuild --fresh --yes", "search rebuild --json"], [
    "The old index answers until the new one is full. The server does the work: Ctrl-C ends the watching, not the rebuild.",
  ]);
}

async function mainEngine({ api, connection: { signal } }: Session): Promise<Engine> {
  const { engines } = await retrying(() => api.search.status.query(), { waitsMs, isRefusalRetried: true, signal });
  const engine = engines.find(({ role }) => role === "main");
  if (!engine) throw new CliError("The server has no search engine.");
  return engine;
}

/** Until the new index answers. Errors: nothing went on for ten minutes. */
async function waitForIt(session: Session, wanted: number): Promise<Engine> {
  const { cli } = session;
  const progress = startProgress(cli.stderr, "Filling", wanted);
  let last = { built: -1, at: Date.now() };
  try {
    for (;;) {
      const engine = await mainEngine(session);
      const { rebuild, lastError } = engine;
      if (!rebuild) return engine;
      if (rebuild.built !== last.built) last = { built: rebuild.built, at: Date.now() };
      if (Date.now() - last.at > longestStandstillMs) throw new CliError(standstill(lastError));
      progress.update(rebuild.built, progressOf(rebuild));
      await pause(lookAgainMs, undefined, { signal: cli.signal });
    }
  } catch (error) {
    if (cli.signal.aborted) throw new InterruptedError("The rebuild goes on by itself; see: cartwright search status");
    throw error;
  } finally {
    progress.stop();
  }
}

function standstill(lastError: string | null): string {
  return `The rebuild has stood still for ten minutes${lastError ? ` (${lastError})` : ""}; see: cartwright events list --type search.rebuild_begun`;
}

function progressOf({ built, wanted }: { built: number; wanted: number }): string {
  return `${built.toLocaleString("en")} of ${wanted.toLocaleString("en")} products`;
}
