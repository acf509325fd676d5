import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { InterruptedError } from "../../errors.ts";
import { readShop, writeCsv, writeJson } from "../../export/export-products.ts";
import { replaceFile, writeTo } from "../../export/replace-file.ts";
import { addExamples } from "../../help.ts";
import { startProgress } from "../../output/progress.ts";

const formats = ["csv", "json"] as const;

interface Options {
  format?: (typeof formats)[number];
}

export function exportCommand(cli: Cli): Command {
  const command = new Command("export")
    .description('write all products to a file that "products import" reads')
    .argument("[file]", "where to; without one, to stdout")
    .addOption(new Option("--format <format>", "csv or json (else by the file's name, else csv)").choices(formats))
    .action(async (file: string | undefined, { format }: Options, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const { currency } = await api.shop.get.query();
      const progress = startProgress(cli.stderr, "Exporting", null);
      let count = 0;
      const pages = readShop(session, (products) => {
        count = products;
        progress.update(0, `${count.toLocaleString("en")} products`);
      });
      const isJson = format === undefined ? (file?.toLowerCase().endsWith(".json") ?? out.isJson) : format === "json";
      const pieces = stoppable(isJson ? writeJson(pages, currency) : writeCsv(pages, currency), cli.signal);
      try {
        await (file === undefined || file === "-" ? writeTo(cli.stdout, pieces) : replaceFile(file, pieces));
      } finally {
        progress.stop();
      }
      if (file !== undefined && file !== "-") out.say(`Wrote ${count.toLocaleString("en")} products to ${file}.`);
    });
  return addExamples(
    command,
    ["products export catalogue.csv", "products export catalogue.json", "products export --format json | jq '.products[].slug'"],
    ["The file is put in place when it is complete: an export that is cut off leaves an older one as it was."],
  );
}

async function* stoppable(pieces: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<string> {
  for await (const piece of pieces) {
    if (signal.aborted) throw new InterruptedError();
    yield piece;
  }
}

