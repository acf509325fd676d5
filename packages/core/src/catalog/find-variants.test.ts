import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { as, createProductOf, makeContext, outsiders } from "../testing/index.ts";
import { findVariants } from "./find-variants.ts";

const used = useDatabase();
const world = () => makeContext(used.db);

beforeAll(async () => {
  await createProductOf(world(), {
    title: "Mug",
    options: [{ name: "Size", values: ["S", "L"] }],
    variants: [
      { options: { Size: "S" }, priceMinor: 1, sku: "MUG-S", barcode: "111" },
      { options: { Size: "L" }, priceMinor: 1, sku: "MUG-L" },
    ],
  });
  await createProductOf(world(), { title: "Pan", variants: [{ priceMinor: 1, sku: "PAN" }] });
});

describe("finding variants", () => {
  it("knows them by SKU, barcode, id and product, each once and in the order asked for", async () => {
    const [pan] = await findVariants(world(), { handles: ["PAN"] });
    const found = await findVariants(world(), { handles: ["111", pan?.id ?? "", "nothing", "mug", "PAN"] });
    expect(found.map((variant) => [variant.sku, variant.productSlug, variant.variantTitle])).toEqual([["MUG-S", "mug", "S"], ["PAN", "pan", ""], ["MUG-L", "mug", "L"]]);
  });

  it("finds nothing for nonsense", async () => {
    expect(await findVariants(world(), { handles: ["' or 1=1", "😀", "%"] })).toEqual([]);
  });

  it("serves who looks after stock", async () => {
    const ctx = as(world(), { kind: "staff", id: "acc_1", permissions: ["stock.read"], cartToken: null });
    expect(await findVariants(ctx, { handles: ["PAN"] })).toHaveLength(1);
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(findVariants(as(world(), actor()), { handles: ["PAN"] })).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});
