import { Command, Option } from "commander";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openSession, type Cli, type Session } from "../../cli.ts";
import { CliError, exitCodes, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { Checkpoint } from "../../import/checkpoint.ts";
import { ImportReport } from "../../import/report.ts";
import { checkFile, sendFile, throwIfFailed, type ImportJob } from "../../import/run-import.ts";
import { startProgress } from "../../output/progress.ts";
import { detectFormat } from "../../product-file/detect-format.ts";
import { productFileFormats, type ProductFileFormat } from "../../product-file/file-product.ts";

interface Options {
  format?: ProductFileFormat;
  dryRun?: boolean;
  strict?: boolean;
  currency?: string;
  resume?: boolean;
  tagsAsCategories?: boolean;
}

const batchTimeoutMs = 120_000;

export function importCommand(cli: Cli): Command {
  const command = new Command("import")
    .description("create and update products from a file")
    .argument("<file>", "the file, or - for stdin")
    .addOption(new Option("--format <format>", "what the file is (else seen from its content)").choices(productFileFormats))
    .option("--dry-run", "show what would change, product by product and in total")
    .option("--strict", "all or nothing: send only when every product is good")
    .option("--currency <code>", "the currency of the file's prices; refused unless it is the shop's")
    .option("--tags-as-categories", "for Shopify: a product without a type goes into a category for each of its tags")
    .option("--resume", "go on where an import of this file was stopped")
    .action(async (file: string, options: Options, command: Command) => {
      const session = await openSession(cli, command, { timeoutMs: batchTimeoutMs });
      if (file !== "-") return importFile(session, file, basename(file), options);
      const folder = await mkdtemp(join(tmpdir(), "cartwright-"));
      try {
        await pipeline(cli.stdin, createWriteStream(join(folder, "stdin")));
        await importFile(session, join(folder, "stdin"), "stdin", options);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  return addExamples(
    command,
    [
      "products import catalogue.csv --dry-run",
      "products import catalogue.csv",
      "products import catalogue.csv --strict --json",
      "products import products.json --format dummyjson",
      "products import - < catalogue.csv",
    ],
    [
      `Formats: shopify (Shopify's product CSV), cartwright-csv and cartwright-json (what "products
export" writes; see docs/import.md), dummyjson (dummyjson.com).`,
      `A file may be imported as often as you like: what is in the shop already is compared by slug and
left alone when it is the same. Stock in a file is an opening balance and counts only where stock
has never moved. A bad product is reported with line and column, and the others go in.`,
      `Exit codes: 0 all went in, 1 some products did not, 2 the file or an option is wrong.`,
    ],
  );
}

async function importFile(session: Session, path: string, name: string, options: Options): Promise<void> {
  const { api, out, url, cli } = session;
  const { isDirectory, size } = await statFile(path);
  if (isDirectory) throw new UsageError(`${path} is a folder.`);
  const format = options.format ?? (await detectFormat(path));
  const { currency } = await api.shop.get.query();
  if (options.currency !== undefined && options.currency.toUpperCase() !== currency) {
    throw new UsageError(`The shop's prices are in ${currency}, not in ${options.currency}. Convert the file first.`);
  }
  const isDryRun = options.dryRun === true;
  const checkpoint = isDryRun ? null : new Checkpoint(cli.env.configDir, url, path);
  const skip = options.resume ? await readSkip(checkpoint, out.say) : 0;
  const job: ImportJob = { path, format, currency, areTagsCategories: options.tagsAsCategories === true, isDryRun, skip, checkpoint };

  if (options.strict) await rehearse(session, job, name, size);
  const progress = startProgress(cli.stderr, isDryRun ? "Trying" : "Importing", size);
  const report = new ImportReport({ file: name, isDryRun, isJson: out.isJson, say: progress.say, line: (text) => progress.above(() => out.line(text)) });
  try {
    await sendFile(session, job, report, progress);
  } catch (error) {
    progress.stop();
    if (report.count > 0) {
      const how = isDryRun || name === "stdin" ? "" : " Run the command again, or with --resume to go on from here.";
      out.say(`Stopped after: ${report.summary()}.${how}`);
    }
    throw error;
  }
  progress.stop();
  finish(session, report, isDryRun);
}

function finish({ out }: Session, report: ImportReport, isDryRun: boolean): void {
  if (out.isJson) out.json(report.json());
  else out.line(isDryRun ? `dry run: ${report.summary()}` : report.summary());
  throwIfFailed(report, isDryRun);
}

/** For `--strict`: the whole file is looked at here, then by the server in a dry run, before anything goes in. */
async function rehearse(session: Session, job: ImportJob, name: string, size: number): Promise<void> {
  const { cli, out } = session;
  for (const step of [checkFile, sendFile]) {
    const progress = startProgress(cli.stderr, "Checking", size);
    const report = new ImportReport({ file: name, isDryRun: true, isJson: out.isJson, isRehearsal: true, say: progress.say, line: out.line });
    await step(session, { ...job, isDryRun: true, checkpoint: null }, report, progress).finally(progress.stop);
    const { failed } = report.totals;
    if (failed === 0) continue;
    if (out.isJson) out.json({ ...report.json(), isDryRun: job.isDryRun, created: 0, updated: 0, unchanged: 0, products: undefined });
    throw new CliError(`Nothing was imported: ${failed === 1 ? "1 product is" : `${failed} products are`} wrong.`, exitCodes.failed);
  }
}

async function readSkip(checkpoint: Checkpoint | null, say: (text: string) => void): Promise<number> {
  const done = (await checkpoint?.read()) ?? 0;
  say(done === 0 ? "There is nothing to go on from; starting at the beginning." : `Going on after the first ${done.toLocaleString("en")} products.`);
  return done;
}

async function statFile(path: string): Promise<{ isDirectory: boolean; size: number }> {
  const found = await stat(path);
  return { isDirectory: found.isDirectory(), size: found.size };
}
