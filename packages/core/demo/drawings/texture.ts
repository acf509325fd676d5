import { boundsOf } from "./bounds.ts";
import { clipped, dots, n, p, type Pen, type Point, stroke } from "./pen.ts";

// Textures are plain strokes clipped to their shape: pattern fills look the same and take ten times as long.

const pale = "#fff8ea";
const dark = "#2a211a";

/** Offsets from `from` to `to`, about `gap` apart, each a little off. */
function threads(pen: Pen, from: number, to: number, gap: number, wander = 0.45): number[] {
  return Array.from({ length: Math.max(1, Math.ceil((to - from) / gap)) }, (_, i) => from + (i + (pen.random() - 0.5) * wander) * gap);
}

/** Pale threads shout on dark cloth; this quiets them. */
const quiet = (pen: Pen) => 0.4 + 0.6 * (parseInt(pen.tone.base.slice(3, 5), 16) / 255);

/** Plain weave: light threads across, their shadows down, a slub here and there. */
export function weave(pen: Pen, d: string, size = 8, strength = 1): string {
  const { left, top, right, bottom } = boundsOf(d);
  const across = threads(pen, top, bottom, size * 0.62).map((y) => `M${n(left)} ${n(y)}H${n(right)}`);
  const down = threads(pen, left, right, size * 0.62).map((x) => `M${n(x)} ${n(top)}V${n(bottom)}`);
  const slubs = Array.from({ length: Math.round(((right - left) * (bottom - top)) / 4200) }, () => {
    const [x, y, long] = [left + pen.random() * (right - left), top + pen.random() * (bottom - top), 10 + pen.random() * 34];
    return pen.random() < 0.6 ? `M${p(x, y)}h${n(long)}` : `M${p(x, y)}v${n(long)}`;
  });
  const line = size * 0.24;
  const light = quiet(pen) * strength;
  return clipped(
    pen,
    d,
    stroke(across.join(""), pale, line, 0.22 * light) + stroke(down.join(""), dark, line * 0.8, 0.07 * strength) +
      stroke(across.filter((_, i) => i % 2).join(""), dark, line * 0.7, 0.07 * strength) + stroke(slubs.join(""), pale, line * 0.9, 0.22 * light),
  );
}

/** Twill: fine diagonals, for denim and canvas. */
export function twill(pen: Pen, d: string, size = 7, strength = 1): string {
  const { left, top, right, bottom } = boundsOf(d);
  const slope = (bottom - top) * 0.62;
  const lines = threads(pen, left - slope, right, size, 0.14).map((x) => `M${p(x, bottom)}L${p(x + slope, top)}`).join("");
  return clipped(pen, d, stroke(lines, pale, size * 0.3, 0.11 * strength * quiet(pen)) + stroke(lines, "#1d1713", size * 0.3, 0.09 * strength, `transform="translate(${n(size * 0.5)} 0)"`));
}

/** Rows of small Vs, for knitted things. */
export function knit(pen: Pen, d: string, size = 18, strength = 1): string {
  const { left, top, right, bottom } = boundsOf(d);
  const zigzag = `l${n(size / 2)} ${n(size * 0.55)}l${n(size / 2)} ${n(-size * 0.55)}`.repeat(Math.ceil((right - left) / size));
  const rows = Array.from({ length: Math.ceil((bottom - top) / (size * 0.8)) + 1 }, (_, i) => `M${p(left, top + (i - 0.5) * size * 0.8)}${zigzag}`).join("");
  return clipped(pen, d, stroke(rows, "#1d1713", size * 0.17, 0.2 * strength) + stroke(rows, pale, size * 0.15, 0.2 * strength, `transform="translate(0 ${n(size * 0.22)})"`));
}

/** Towelling: small loops in staggered rows. */
export function loops(pen: Pen, d: string, size = 10, strength = 1): string {
  const { left, top, right, bottom } = boundsOf(d);
  const loop = `q${n(size * 0.3)} ${n(-size * 0.5)} ${n(size * 0.6)} 0m${n(size * 0.5)} 0`.repeat(Math.ceil((right - left) / (size * 1.1)));
  const rows = Array.from({ length: Math.ceil((bottom - top) / (size * 0.7)) }, (_, i) => `M${p(left + (i % 2 ? 0 : size * -0.55), top + i * size * 0.7)}${loop}`).join("");
  return clipped(pen, d, stroke(rows, dark, 1.8, 0.14 * strength, 'transform="translate(1 2)"') + stroke(rows, "#fffaf0", 1.8, 0.36 * strength));
}

/** Basket work: blocks of rods turned over and under. */
export function wicker(pen: Pen, d: string, size = 44, strength = 1): string {
  const { left, top, right, bottom } = boundsOf(d);
  const half = size / 2;
  let across = "";
  let down = "";
  for (let row = 0; top + row * half < bottom; row++)
    for (let column = 0; left + column * half < right; column++) {
      const [x, y] = [left + column * half, top + row * half];
      for (const at of [0.18, 0.5, 0.82]) {
        if ((row + column) % 2) down += `M${p(x + half * at, y + 1)}v${n(half - 2)}`;
        else across += `M${p(x + 1, y + half * at)}h${n(half - 2)}`;
      }
    }
  return clipped(pen, d, stroke(across + down, "#2a1b0e", size * 0.15, 0.3 * strength) + stroke(across, "#fff2d4", size * 0.07, 0.34 * strength) + stroke(down, "#fff2d4", size * 0.06, 0.2 * strength));
}

/** Wood grain along x in a box of its own; turn it with `angle` around the middle. */
export function grain(pen: Pen, d: string, box: readonly [x: number, y: number, w: number, h: number], angle = 0, strength = 1): string {
  const [x, y, w, h] = box;
  const [cos, sin] = [Math.abs(Math.cos((angle * Math.PI) / 180)), Math.abs(Math.sin((angle * Math.PI) / 180))];
  const reach = (w * cos + h * sin) * 0.55;
  const [cx, cy] = [x + w / 2, y + h / 2];
  const gap = Math.max(5, Math.min(13, Math.min(w, h) / 22));
  const [bend, sway] = [(pen.random() - 0.5) * gap * 7, (pen.random() - 0.5) * gap * 7];
  const spread = (w * sin + h * cos) / 2 + Math.abs(bend) + Math.abs(sway);
  let deep = "";
  let bright = "";
  for (let row = -spread; row < spread; row += gap * (0.5 + pen.random())) {
    const own = (pen.random() - 0.5) * gap * 0.8;
    const start = -reach + pen.random() * reach * 0.4;
    const end = reach - pen.random() * reach * 0.4;
    const fibre = `M${p(cx + start, cy + row)}C${p(cx - reach * 0.35, cy + row + bend)} ${p(cx + reach * 0.35, cy + row + sway + own)} ${p(cx + end, cy + row + own)}`;
    if (pen.random() < 0.7) deep += fibre;
    else bright += fibre;
  }
  return clipped(
    pen,
    d,
    `<g transform="rotate(${n(angle)} ${n(cx)} ${n(cy)})">${stroke(deep, pen.tone.accent, Math.min(2.4, gap * 0.22), 0.3 * strength)}${stroke(bright, pen.tone.light, Math.min(3.4, gap * 0.3), 0.42 * strength)}</g>`,
  );
}

/** Iron specks in a glaze, wherever `place` puts them. */
export function speckle(pen: Pen, count: number, place: (u: number, v: number) => Point, strength = 1): string {
  const fine: Point[] = [];
  const bold: Point[] = [];
  for (let i = 0; i < count; i++) {
    const spot = place(pen.random(), pen.random());
    (pen.random() < 0.78 ? fine : bold).push(spot);
  }
  return dots(fine, pen.tone.accent, 2.6, 0.5 * strength) + dots(bold, pen.tone.accent, 4.6, 0.46 * strength);
}

/** A running stitch along a path. */
export const stitch = (d: string, colour: string, width = 3, dash = 9) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-dasharray="${dash} ${dash * 0.7}" stroke-linecap="round" opacity=".75"/>`;
