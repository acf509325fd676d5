import type { DemoDrawing } from "../catalogue/types.ts";
import { backdrop } from "./backdrop.ts";
import { type DrawingKind, sketches } from "./kinds.ts";
import { palettes } from "./palettes.ts";
import { createSheet, group, n, type Sheet } from "./pen.ts";
import { type Companion, companions } from "./scenes.ts";
import { restY } from "./sketch.ts";

/** Draws one product picture as an SVG of 1000 by 1000; the same drawing always gives the same text. */
export function drawProduct(drawing: DemoDrawing): string {
  const { kind, palette, shape = {}, view = "front" } = drawing;
  const sheet = createSheet();
  const sketch = sketches[kind];
  const pen = sheet.pen(palettes[palette], shape, `${kind} ${palette} ${JSON.stringify(shape)}`);
  const ground = backdrop(pen, sketch.stage, view === "scene");
  const thing = sketch.draw(pen);
  if (view === "detail") {
    const closer = group(thing, through(sketch.focus, sketch.stage === "flat" ? -14 : 0));
    return page(sheet, group(ground, 'transform="translate(-250 -560) scale(1.7)"') + closer);
  }
  if (view === "front") return page(sheet, ground + group(thing, through(sketch.frame ?? [500, 540, 860])));
  const nearer = sketch.stage === "flat" ? "" : "translate(500 820) scale(1.16) translate(-490 -800)";
  return page(sheet, group(ground + arrange(sheet, kind, thing), `transform="${nearer}"`));
}

/** The product with its companions, those behind it first. */
function arrange(sheet: Sheet, kind: DrawingKind, thing: string): string {
  const { self: [scale, dx, dy] = [0.84, -90, 60], things = [] } = companions[kind] ?? {};
  const others = (inFront: boolean) => things.filter((other) => Boolean(other.inFront) === inFront).map((other) => place(sheet, other)).join("");
  const main = group(thing, `transform="translate(${n(500 + dx)} ${n(restY + dy)}) scale(${scale}) translate(-500 ${-restY})"`);
  return others(false) + main + others(true);
}

function place(sheet: Sheet, { kind, palette, shape = {}, at, scale, turn = 0 }: Companion): string {
  const pen = sheet.pen(palettes[palette], shape, `${kind} ${palette}`);
  return group(sketches[kind].draw(pen), `transform="translate(${at[0]} ${at[1]}) rotate(${turn}) scale(${scale}) translate(-500 ${-restY})"`);
}

/** Moves and enlarges what the camera sees to fill the page. */
const through = ([x, y, width]: readonly [number, number, number], turn = 0) =>
  `transform="translate(500 500) scale(${(1000 / width).toFixed(3)}) rotate(${turn}) translate(${n(-x)} ${n(-y)})"`;

const page = (sheet: Sheet, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" width="1000" height="1000"><defs>${sheet.definitions.join("")}</defs>${content}</svg>`;
