import { ellipse, linear, n, path, radial, type Pen, type Point } from "./pen.ts";

const dark = "#2b221c";

/** The shadow of something that stands: a tight contact and a soft fall to the lower right. */
export function standingShadow(pen: Pen, x: number, y: number, rx: number, ry = rx * 0.2, strength = 1): string {
  const soft = radial(pen, [[0, dark, 0.34 * strength], [0.45, dark, 0.2 * strength], [0.75, dark, 0.07 * strength], [1, dark, 0]]);
  const tight = radial(pen, [[0, dark, 0.55 * strength], [0.7, dark, 0.38 * strength], [0.88, dark, 0.14 * strength], [1, dark, 0]]);
  return (
    ellipse(x + rx * 0.34, y + ry * 0.34, rx * 1.65, ry * 1.7, soft, `transform="rotate(3 ${n(x)} ${n(y)})"`) +
    ellipse(x + rx * 0.04, y + ry * 0.12, rx * 1.1, ry * 1.12, tight)
  );
}

/** The shadow of something that lies or hangs: its own outline, offset and softened by widening strokes. */
export function castShadow(d: string, dx: number, dy: number, spread: number, strength = 1): string {
  const layers = 6;
  const step = (0.3 * strength) / layers;
  let markup = "";
  for (let i = 0; i < layers; i++) {
    const width = spread * 2 * (1 - i / layers) ** 1.3;
    markup += `<path d="${d}" fill="${dark}" stroke="${dark}" stroke-width="${n(width)}" stroke-linejoin="round" opacity="${(step * (0.7 + i * 0.12)).toFixed(3)}"/>`;
  }
  return `<g transform="translate(${n(dx)} ${n(dy)})">${markup}</g>`;
}

/** Darkens a shape from one side; the same outline is painted again with a fading dark. */
export const shadeFrom = (pen: Pen, d: string, from: Point, to: Point, opacity: number, colour = dark) =>
  path(d, linear(pen, from, to, [[0, colour, opacity], [1, colour, 0]]));
