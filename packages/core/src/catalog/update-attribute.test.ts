import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { as, createAttributeOf, createProductOf, makeContext, outsiders } from "../testing/index.ts";
import { archiveAttribute, getFilters, getProduct, listAttributes, updateAttribute } from "./index.ts";
import { CreateAttributeInput } from "./schemas.ts";

const used = useDatabase();
const world = () => makeContext(used.db);

describe("attributes", () => {
  it("are listed in their order with their choices", async () => {
    const ctx = world();
    await createAttributeOf(ctx, { code: "material", name: "Material", type: "list", choices: ["Oak", "Steel", "oak"] });
    await createAttributeOf(ctx, { code: "size_mm", name: "Size", type: "number", unit: "mm", position: 0 });
    expect(await listAttributes(ctx)).toMatchObject([
      { code: "material", choices: [{ slug: "oak", name: "Oak" }, { slug: "steel", name: "Steel" }] },
      { code: "size_mm", unit: "mm", isFacet: true, choices: [] },
    ]);
  });

  it("take new choices and keep the old", async () => {
    const ctx = world();
    const changed = await updateAttribute(ctx, { attribute: "material", name: "Made of", addChoices: ["Steel", "Clay"], isFacet: false });
    expect(changed).toMatchObject({ name: "Made of", isFacet: false, choices: [{ slug: "oak" }, { slug: "steel" }, { slug: "clay" }] });
    expect((await getFilters(ctx, {})).attributes).toEqual([]);
    await updateAttribute(ctx, { attribute: "material", isFacet: true });
  });

  it("refuse a code that is taken, units of words and choices of numbers", async () => {
    const ctx = world();
    await expect(createAttributeOf(ctx, { code: "material", name: "x", type: "text" })).rejects.toMatchObject({ code: "conflict", reason: "attribute.code_taken" });
    await expect(updateAttribute(ctx, { attribute: "material", unit: "mm" })).rejects.toMatchObject({ reason: "attribute.wrong_type", details: { field: "unit" } });
    await expect(updateAttribute(ctx, { attribute: "size_mm", addChoices: ["x"] })).rejects.toMatchObject({ reason: "attribute.wrong_type" });
    await expect(updateAttribute(ctx, { attribute: "none" })).rejects.toMatchObject({ code: "not_found", reason: "attribute.not_found" });
    expect(CreateAttributeInput.safeParse({ code: "x", name: "x", type: "text", unit: "mm" }).success).toBe(false);
    expect(CreateAttributeInput.safeParse({ code: "Bad code", name: "x", type: "text" }).success).toBe(false);
  });

  it("go with the values of products, and free their code", async () => {
    const ctx = world();
    await createProductOf(ctx, { title: "Mug", attributes: { material: ["Clay"], size_mm: 5 } });
    expect((await getFilters(ctx, {})).attributes.map((facet) => facet.code)).toEqual(["size_mm", "material"].toSorted());
    await archiveAttribute(ctx, { attribute: "material" });
    expect((await listAttributes(ctx)).map((attribute) => attribute.code)).toEqual(["size_mm"]);
    expect((await getProduct(ctx, { slug: "mug" })).product.attributes.map((value) => value.code)).toEqual(["size_mm"]);
    expect((await getFilters(ctx, {})).attributes.map((facet) => facet.code)).toEqual(["size_mm"]);
    expect(await createAttributeOf(ctx, { code: "material", name: "New", type: "text" })).toMatchObject({ type: "text", choices: [] });
  });

  it.each(outsiders)("refuse %s to create, update and archive", async (_, actor) => {
    const ctx = as(world(), actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(createAttributeOf(ctx, { code: "never", name: "x", type: "text" })).rejects.toMatchObject(refusal);
    await expect(updateAttribute(ctx, { attribute: "material", name: "Never" })).rejects.toMatchObject(refusal);
    await expect(archiveAttribute(ctx, { attribute: "material" })).rejects.toMatchObject(refusal);
  });
});
