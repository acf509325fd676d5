import type { Session } from "../cli.ts";
import { CliError, exitCodes, InterruptedError } from "../errors.ts";
import type { Progress } from "../output/progress.ts";
import { checkProduct } from "../product-file/check-product.ts";
import type { FileProduct, FileReading, ProductFileFormat } from "../product-file/file-product.ts";
import { readProductFile } from "../product-file/read-product-file.ts";
import { gatherBatches } from "./batches.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { ImportReport } from "./report.ts";
import { sendBatches } from "./send-batches.ts";

export interface ImportJob {
  path: string;
  format: ProductFileFormat;
  currency: string;
  areTagsCategories: boolean;
  isDryRun: boolean;
  /** Products at the beginning that were sent before. */
  skip: number;
  /** Null when nothing is to be kept. */
  checkpoint: Checkpoint | null;
}

/** Reads the whole file and looks at each product, without sending anything. */
export async function checkFile(session: Session, job: ImportJob, report: ImportReport, progress: Progress): Promise<void> {
  const { products } = await openFile(session, job, report, (bytes) => progress.update(bytes, `${report.count} wrong so far`));
  for await (const read of products) if (!read.product) report.refuse(read);
}

/** Reads the file and sends it in batches while it is read; bad products are reported and left out. */
export async function sendFile(session: Session, job: ImportJob, report: ImportReport, progress: Progress): Promise<void> {
  const startedAt = performance.now();
  const { connection, api } = session;
  let readBytes = 0;
  let done = job.skip;
  const show = () => progress.update(readBytes, rateWords(report, performance.now() - startedAt));
  const { products, columnOf } = await openFile(session, job, report, (bytes) => (readBytes = bytes));
  const batches = gatherBatches(skipFirst(products, job.skip, report), (read) => report.refuse(read));
  try {
    await sendBatches(api, batches, {
      isDryRun: job.isDryRun,
      signal: connection.signal,
      onRetry: progress.say,
      onAnswer: (batch, results, sentUpTo) => {
        batch.products.forEach((product, at) => {
          const result = results[at];
          if (result) report.take(product, result, columnOf);
        });
        done = Math.max(done, job.skip + sentUpTo);
        void job.checkpoint?.save(done);
        show();
      },
    });
  } catch (error) {
    await job.checkpoint?.save(done, true);
    throw error;
  }
  await job.checkpoint?.clear();
}

async function openFile({ connection: { signal } }: Session, job: ImportJob, report: ImportReport, onRead: (bytes: number) => void): Promise<FileReading> {
  let readBytes = 0;
  const { path, format, currency, areTagsCategories } = job;
  const options = { currency, areTagsCategories, notice: (text: string) => report.notice(text) };
  const reading = await readProductFile(path, format, options, (bytes) => {
    readBytes += bytes;
    onRead(readBytes);
  });
  return { ...reading, products: checked(reading, signal) };
}

async function* checked({ products, columnOf }: FileReading, signal: AbortSignal): AsyncGenerator<FileProduct> {
  for await (const read of products) {
    if (signal.aborted) throw new InterruptedError();
    yield checkProduct(read, columnOf);
  }
}

async function* skipFirst(products: AsyncIterable<FileProduct>, skip: number, report: ImportReport): AsyncGenerator<FileProduct> {
  let place = 0;
  for await (const read of products) {
    place += 1;
    if (place <= skip) {
      report.totals.skipped += 1;
      continue;
    }
    report.warn(read);
    yield read;
  }
}

function rateWords({ count, totals }: ImportReport, ms: number): string {
  const rate = Math.round((count / Math.max(ms, 1)) * 1000);
  const failed = totals.failed > 0 ? `, ${totals.failed.toLocaleString("en")} failed` : "";
  return `${count.toLocaleString("en")} products, ${rate.toLocaleString("en")}/s${failed}`;
}

/** Ends with 1 when products did not go in. */
export function throwIfFailed({ totals: { failed } }: ImportReport, isDryRun: boolean): void {
  if (failed === 0) return;
  const products = failed === 1 ? "1 product" : `${failed} products`;
  throw new CliError(`${products} ${isDryRun ? "would not go" : "did not go"} in. Mend the lines above and run it again.`, exitCodes.failed);
}
