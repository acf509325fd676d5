import sharp from "sharp";
import type { DemoDrawing } from "../catalogue/types.ts";
import { drawProduct } from "./draw-product.ts";

/** The picture as square WebP, `widthPx` wide. */
export function renderDrawing(drawing: DemoDrawing, widthPx: number): Promise<Buffer> {
  const svg = Buffer.from(drawProduct(drawing));
  return sharp(svg, { density: (72 * widthPx) / 1000 }).resize(widthPx, widthPx).webp({ quality: 82, effort: 2 }).toBuffer();
}
