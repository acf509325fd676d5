export { drawProduct } from "./draw-product.ts";
export type { DrawingKind } from "./kinds.ts";
export { type PaletteName, palettes } from "./palettes.ts";
export { renderDrawing } from "./render-drawing.ts";
