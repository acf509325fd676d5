import type { ImportProductDraft } from "@cartwright/core/catalog/schemas";
import type { Outputs } from "../client.ts";
import { oneLine } from "../output/style.ts";
import { rowOf } from "../product-file/check-product.ts";
import type { FileProduct, FileReading, Problem } from "../product-file/file-product.ts";

export type ImportResult = Outputs["catalog"]["importProducts"]["results"][number];

interface ProductProblem extends Problem {
  slug: string | null;
}

interface ProductChange {
  slug: string;
  outcome: ImportResult["outcome"];
  changes: string[];
}

export interface ReportOptions {
  file: string;
  /** A dry run tells what would happen to each product. */
  isDryRun: boolean;
  say: (text: string) => void;
  line: (text: string) => void;
  isJson: boolean;
  /** Looks for errors only, because what is worth knowing will be said by the import itself. */
  isRehearsal?: boolean;
}

// Enough to work through; a file with more of them is wrong as a whole.
const maxKept = 10_000;

/** What became of the products of a file: said as it comes, counted, and kept for JSON. */
export class ImportReport {
  readonly totals = { created: 0, updated: 0, unchanged: 0, failed: 0, skipped: 0 };
  readonly errors: ProductProblem[] = [];
  readonly warnings: ProductProblem[] = [];
  readonly notices = new Set<string>();
  readonly #changes: ProductChange[] = [];
  readonly #options: ReportOptions;

  constructor(options: ReportOptions) {
    this.#options = options;
  }

  notice(text: string): void {
    if (this.notices.has(text) || this.#options.isRehearsal) return;
    this.notices.add(text);
    this.#options.say(`Note: ${text}`);
  }

  /** A product that is not sent. */
  refuse({ slug, problems }: FileProduct): void {
    this.totals.failed += 1;
    for (const problem of problems) this.#error({ ...problem, slug });
    if (slug !== null) this.#change({ slug, outcome: "failed", changes: [] });
  }

  warn({ slug, warnings }: FileProduct): void {
    for (const warning of warnings) this.#warning({ ...warning, slug });
  }

  /** The server's answer for one product. */
  take(sent: ImportProductDraft, { outcome, changes, errors, warnings }: ImportResult, columnOf: FileReading["columnOf"]): void {
    const { slug, row } = sent;
    this.totals[outcome] += 1;
    for (const { field, message } of errors) {
      this.#error({ slug, row: rowOf(sent, field), column: field === "" ? "" : columnOf(field, sent), message });
    }
    for (const message of warnings) this.#warning({ slug, row, column: "", message });
    this.#change({ slug, outcome, changes });
  }

  get count(): number {
    const { created, updated, unchanged, failed } = this.totals;
    return created + updated + unchanged + failed;
  }

  /** `created 2, updated 0, unchanged 18, failed 0`. */
  summary(): string {
    const { created, updated, unchanged, failed, skipped } = this.totals;
    const sum = `created ${created}, updated ${updated}, unchanged ${unchanged}, failed ${failed}`;
    return skipped > 0 ? `${sum}, sent before ${skipped}` : sum;
  }

  json(): object {
    const { file, isDryRun } = this.#options;
    const { errors, warnings, totals } = this;
    return { file, isDryRun, ...totals, ...(isDryRun ? { products: this.#changes } : {}), errors, warnings, notices: [...this.notices] };
  }

  #change(change: ProductChange): void {
    const { isDryRun, isJson, isRehearsal, line } = this.#options;
    if (!isDryRun || isRehearsal || change.outcome === "unchanged") return;
    if (isJson) this.#changes.push(change);
    else line([change.outcome, change.slug, change.changes.join(", ")].join("\t").trimEnd());
  }

  #error(problem: ProductProblem): void {
    if (this.errors.length < maxKept) this.errors.push(problem);
    this.#options.say(this.#place(problem, ""));
  }

  #warning(problem: ProductProblem): void {
    if (this.#options.isRehearsal) return;
    if (this.warnings.length < maxKept) this.warnings.push(problem);
    this.#options.say(this.#place(problem, "note: "));
  }

  // As compilers write it, so that editors can jump there.
  #place({ row, column, message, slug }: ProductProblem, kind: string): string {
    const where = [slug, column].filter(Boolean).join(", ");
    return oneLine(`${this.#options.file}:${row}: ${kind}${where ? `${where}: ` : ""}${message}`);
  }
}
