import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawProduct } from "./draw-product.ts";
import { type DrawingKind, sketches } from "./kinds.ts";
import { renderDrawing } from "./render-drawing.ts";
import { companions } from "./scenes.ts";

const kinds = Object.keys(sketches) as DrawingKind[];

describe("drawings", () => {
  it("draw the same picture every time", () => {
    const drawing = { kind: "bowl", palette: "celadon", shape: { ribs: 4 } } as const;
    expect(drawProduct(drawing)).toBe(drawProduct(drawing));
  });

  it("change with palette, shape and view", () => {
    const pictures = [{ palette: "oat" }, { palette: "ink" }, { palette: "oat", shape: { height: 280 } }, { palette: "oat", view: "detail" }, { palette: "oat", view: "scene" }] as const;
    expect(new Set(pictures.map((drawing) => drawProduct({ kind: "mug", ...drawing }))).size).toBe(pictures.length);
  });

  it.each(kinds)("draw a %s without a broken number", (kind) => {
    for (const view of ["front", "detail", "scene"] as const) expect(drawProduct({ kind, palette: "oak", view })).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("put only known things into a scene", () => {
    expect(Object.values(companions).flatMap(({ things }) => things.filter(({ kind }) => !kinds.includes(kind)))).toEqual([]);
  });

  it("render as square WebP of the width asked for", async () => {
    const { format, width, height } = await sharp(await renderDrawing({ kind: "kettle", palette: "enamel-red" }, 240)).metadata();
    expect({ format, width, height }).toEqual({ format: "webp", width: 240, height: 240 });
  });
});
