import { checkProduct, type SentVariant } from "./check-product.ts";
import { pricesOf } from "./product-content.ts";
import { sanitizeDescription } from "./sanitize-description.ts";
import { ImportProduct } from "./schemas.ts";
import type { ImportReportView } from "./views.ts";

type RowError = ImportReportView["results"][number]["errors"][number];

export type ParsedImport = { row: number; slug: string | null; draft: ImportProduct; errors?: never } | FailedImport;
export interface FailedImport {
  row: number;
  slug: string | null;
  draft?: never;
  errors: RowError[];
}

/** Products of a batch, each by itself: in good shape, or what is wrong with it. A second one of the same slug is refused. */
export function parseImports(products: readonly unknown[], shopCurrency: string): ParsedImport[] {
  const rows = new Map<string, number>();
  return products.map((product, i) => {
    const parsed = parseImport(product, i + 1, shopCurrency);
    if (!parsed.draft) return parsed;
    const { row, slug } = parsed.draft;
    const first = rows.get(slug);
    if (first === undefined) {
      rows.set(slug, row);
      return parsed;
    }
    const message = `The product "${slug}" is in the file already, at row ${first}.`;
    return { row, slug, errors: [{ row, field: "slug", message }] };
  });
}

function parseImport(product: unknown, place: number, shopCurrency: string): ParsedImport {
  const result = ImportProduct.safeParse(product);
  if (!result.success) {
    const row = rowOf(product) ?? place;
    const errors = result.error.issues.map(({ path, message }) => {
      const variantRow = path[0] === "variants" ? rowOf(childAt(childAt(product, "variants"), path[1])) : null;
      return { row: variantRow ?? row, field: path.map(String).join("."), message };
    });
    const slug = childAt(product, "slug");
    return { row, slug: typeof slug === "string" ? slug.slice(0, 100) : null, errors };
  }
  const draft = { ...result.data, descriptionHtml: sanitizeDescription(result.data.descriptionHtml) };
  const errors = check(draft, shopCurrency);
  return errors.length > 0 ? { row: draft.row, slug: draft.slug, errors } : { row: draft.row, slug: draft.slug, draft };
}

/** Every option has the values that its variants have, so only what is between variants can be wrong. */
function check(draft: ImportProduct, shopCurrency: string): RowError[] {
  const options = draft.options.map((name, i) => ({
    name,
    values: [...new Set(draft.variants.flatMap((variant) => variant.options[i] ?? []))],
  }));
  const variants = draft.variants.map((variant): SentVariant => ({
    sku: variant.sku ?? null,
    barcode: null,
    options: Object.fromEntries(draft.options.flatMap((name, i) => (variant.options[i] === undefined ? [] : [[name, variant.options[i]]]))),
    prices: pricesOf(variant, shopCurrency),
    currencies: Object.keys(variant.prices),
    weightGrams: null,
    imageIndex: null,
  }));
  const problems = checkProduct({ options, variants, imageCount: 0 }, shopCurrency);
  const tooMany = draft.variants.flatMap((variant, i) =>
    variant.options.length > options.length
      ? [{ field: `variants.${i}.options`, message: `The product has ${options.length} options, this variant ${variant.options.length} values.` }]
      : [],
  );
  const codes = draft.attributes.map((attribute) => attribute.code);
  const twice = codes.flatMap((code, i) =>
    codes.indexOf(code) < i ? [{ field: `attributes.${i}.code`, message: `The attribute "${code}" is given twice.` }] : [],
  );
  return [...problems, ...tooMany, ...twice].map((problem) => ({ row: rowOfField(draft, problem.field), ...problem }));
}

/** The line of the file that `variants.2.sku` is on, as far as it is known. */
export function rowOfField(draft: ImportProduct, field: string): number {
  const place = /^variants\.(\d+)/.exec(field)?.[1];
  return (place === undefined ? undefined : draft.variants[Number(place)]?.row) ?? draft.row;
}

function rowOf(value: unknown): number | null {
  const row = childAt(value, "row");
  return typeof row === "number" && Number.isSafeInteger(row) && row > 0 ? row : null;
}

function childAt(value: unknown, key: PropertyKey | undefined): unknown {
  if (typeof value !== "object" || value === null || key === undefined || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}
