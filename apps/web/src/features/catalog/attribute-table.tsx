import type { ProductView, VariantView } from "./choose-variant.ts";

type AttributeValue = ProductView["attributes"][number];

export function AttributeTable({ product, variant }: { product: ProductView; variant: VariantView }) {
  const rows = product.attributes.map((attribute) => ({ name: attribute.name, text: textOf(attribute) }));
  if (variant.weightGrams) rows.push({ name: "Weight", text: weightText(variant.weightGrams) });
  if (variant.sku) rows.push({ name: "Item number", text: variant.sku });
  if (rows.length === 0) return null;
  return (
    <section className="max-w-[62ch]">
      <h2 className="text-xl">Particulars</h2>
      <dl className="mt-3 divide-y divide-line border-y border-line text-sm">
        {rows.map(({ name, text }) => (
          <div key={name} className="grid grid-cols-[9rem_1fr] gap-4 py-2.5">
            <dt className="text-soft">{name}</dt>
            <dd className="figures wrap-anywhere">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function textOf({ value, unit }: AttributeValue): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.join(", ");
  const text = typeof value === "number" ? value.toLocaleString("en-GB") : value;
  return unit ? `${text} ${unit}` : text;
}

function weightText(grams: number): string {
  return grams < 1_000 ? `${grams} g` : `${(grams / 1_000).toLocaleString("en-GB", { maximumFractionDigits: 2 })} kg`;
}
