import { darken, lighten, mix } from "./colour.ts";
import type { Palette } from "./palettes.ts";
import { clipped, ellipse, linear, n, p, path, type Pen, type Point, ring, type Stop, stroke } from "./pen.ts";
import { speckle } from "./texture.ts";

/** Half an outline from top to bottom; a third entry of 1 makes a hard corner. */
export type Profile = readonly (readonly [radius: number, y: number, corner?: 1])[];

/** A turned form seen from slightly above. `tilt` is the height of its circles over their width. */
export interface Form {
  readonly x: number;
  readonly tilt: number;
  readonly top: number;
  readonly bottom: number;
  readonly widest: number;
  readonly outline: string;
  radius(y: number): number;
  /** A point on the front: u from -1 (left edge) to 1 (right edge). */
  at(u: number, y: number): Point;
  /** The front of the form between two heights. */
  band(y1: number, y2: number): string;
  /** A strip of the front between two meridians. */
  strip(u1: number, u2: number, y1: number, y2: number): string;
}

export function lathe(x: number, profile: Profile, tilt = 0.17): Form {
  const points = sample(profile);
  const first = points[0] as Point;
  const last = points[points.length - 1] as Point;
  const radius = (y: number) => {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1] as Point, points[i] as Point];
      if (y <= b[1]) return b[1] === a[1] ? b[0] : a[0] + ((b[0] - a[0]) * Math.max(0, y - a[1])) / (b[1] - a[1]);
    }
    return last[0];
  };
  const at = (u: number, y: number): Point => {
    const r = radius(y);
    return [x + u * r, y + r * tilt * Math.sqrt(Math.max(0, 1 - u * u))];
  };
  const side = (y1: number, y2: number, u: number) => {
    const steps = Math.max(4, Math.ceil(Math.abs(y2 - y1) / 14));
    return Array.from({ length: steps + 1 }, (_, i) => p(...at(u, y1 + ((y2 - y1) * i) / steps))).join("L");
  };
  const arc = (y: number, rightward: boolean) => {
    const r = radius(y);
    return `A${n(r)} ${n(r * tilt)} 0 0 ${rightward ? 0 : 1} ${p(x + (rightward ? r : -r), y)}`;
  };
  return {
    x,
    tilt,
    top: first[1],
    bottom: last[1],
    widest: Math.max(...points.map(([r]) => r)),
    radius,
    at,
    outline:
      `M${points.map(([r, y]) => p(x - r, y)).join("L")}A${n(last[0])} ${n(last[0] * tilt)} 0 0 0 ${p(x + last[0], last[1])}` +
      `L${points.toReversed().map(([r, y]) => p(x + r, y)).join("L")}A${n(first[0])} ${n(first[0] * tilt)} 0 0 0 ${p(x - first[0], first[1])}Z`,
    band: (y1, y2) => `M${side(y1, y2, -1)}${arc(y2, true)}L${side(y2, y1, 1)}${arc(y1, false)}Z`,
    strip: (u1, u2, y1, y2) => `M${side(y1, y2, u1)}L${side(y2, y1, u2)}Z`,
  };
}

/** The sideways light of a round body, by finish. */
export function roundLight(pen: Pen, left: number, right: number, tone: Palette = pen.tone): string {
  const { base, shade, light } = tone;
  const stops: Stop[] =
    tone.finish === "metal"
      ? [[0, shade], [0.08, mix(base, shade, 0.3)], [0.2, light], [0.27, lighten(light, 0.5)], [0.36, base], [0.5, mix(base, shade, 0.55)], [0.6, base], [0.72, mix(base, light, 0.5)], [0.82, mix(base, shade, 0.7)], [0.95, shade], [1, mix(shade, base, 0.5)]]
      : tone.finish === "wax"
        ? [[0, mix(base, shade, 0.25)], [0.3, mix(base, light, 0.6)], [0.6, base], [0.9, mix(base, shade, 0.55)], [1, mix(base, shade, 0.3)]]
        : [[0, mix(base, shade, 0.32)], [0.1, mix(base, light, 0.2)], [0.28, mix(base, light, 0.72)], [0.5, base], [0.76, mix(base, shade, 0.5)], [0.94, mix(base, shade, 0.86)], [1, mix(base, shade, 0.55)]];
  return linear(pen, [left, 0], [right, 0], stops);
}

/** Paints the outside of a form: light, foot shadow, and the highlight or texture of its finish. */
export function paintForm(pen: Pen, form: Form, tone: Palette = pen.tone, options: { specks?: number; plain?: boolean } = {}): string {
  const { x, widest, top, bottom } = form;
  const fill = roundLight(pen, x - widest, x + widest, tone);
  const foot = linear(pen, [0, top], [0, bottom + widest * form.tilt], [[0, "#fff8ec", 0.1], [0.35, "#fff8ec", 0], [0.62, "#20160f", 0], [1, "#20160f", 0.27]]);
  let markup = path(form.outline, fill) + path(form.outline, foot);
  if (options.specks) {
    markup += speckle(pen.with(tone), options.specks, (u, v) => form.at(Math.sin((u - 0.5) * Math.PI), top + v * (bottom - top)), 0.8);
  }
  if (tone.finish === "wood") markup += turnedGrain(pen, form, tone);
  if (!options.plain && (tone.finish === "glaze" || tone.finish === "enamel")) markup += gleam(pen, form, tone.finish === "enamel" ? 0.62 : 0.4);
  return markup;
}

/** The window in the glaze: one bright strip on the left, a faint one on the right edge. */
export function gleam(pen: Pen, form: Form, strength: number): string {
  const { top, bottom, x, widest } = form;
  const height = bottom - top;
  const fade = linear(pen, [0, top], [0, bottom], [[0, "#ffffff", strength * 0.5], [0.25, "#ffffff", strength], [0.75, "#ffffff", strength * 0.35], [1, "#ffffff", 0]]);
  const edge = linear(pen, [x + widest * 0.8, 0], [x + widest, 0], [[0, "#ffffff", 0], [0.7, "#ffffff", strength * 0.4], [1, "#ffffff", 0]]);
  return (
    path(form.strip(-0.66, -0.5, top + height * 0.09, bottom - height * 0.12), fade) +
    path(form.strip(-0.46, -0.43, top + height * 0.1, bottom - height * 0.3), fade, 'opacity=".7"') +
    path(form.strip(0.84, 0.95, top + height * 0.12, bottom - height * 0.12), edge)
  );
}

export interface Mouth {
  wall: number;
  inside?: Palette;
  /** What is in it, and how far below the rim (in drawing units). */
  content?: { colour: string; depth: number };
  rim?: string;
}

/** The open top: rim, inner wall (dark where the rim shades it, lit opposite), and what is inside. */
export function paintMouth(pen: Pen, form: Form, mouth: Mouth, tone: Palette = pen.tone): string {
  const { x, top, tilt } = form;
  const r = form.radius(top);
  const inside = mouth.inside ?? tone;
  const inner = r - mouth.wall;
  const rim = linear(pen, [x - r, top], [x + r, top], [[0, mix(tone.base, tone.light, 0.6)], [0.3, lighten(tone.light, 0.45)], [0.7, tone.light], [1, mix(tone.base, tone.shade, 0.2)]]);
  const wall = linear(pen, [x - inner, top - inner * tilt], [x + inner, top + inner * tilt], [[0, darken(inside.shade, 0.12)], [0.35, mix(inside.base, inside.shade, 0.62)], [0.75, inside.base], [1, mix(inside.base, inside.light, 0.6)]]);
  const innerRing = ring(x, top, inner, inner * tilt);
  let markup = ellipse(x, top, r, r * tilt, mouth.rim ?? rim) + path(innerRing, wall);
  if (mouth.content) {
    const { colour, depth } = mouth.content;
    const surface = linear(pen, [x - inner, top], [x + inner, top + 20], [[0, darken(colour, 0.25)], [0.5, colour], [1, lighten(colour, 0.22)]]);
    const shrink = inner * 0.985;
    markup += clipped(pen, innerRing, ellipse(x, top + depth, shrink, shrink * tilt, surface) + stroke(ring(x, top + depth, shrink, shrink * tilt), lighten(colour, 0.4), 2, 0.4));
  }
  return markup + stroke(`M${p(x - inner, top)}A${n(inner)} ${n(inner * tilt)} 0 0 0 ${p(x + inner, top)}`, "#fffaf0", 2, 0.45);
}

/** A painted or incised ring round the form. */
export const hoop = (form: Form, y: number, colour: string, width: number, opacity = 1) => {
  const r = form.radius(y);
  return stroke(`M${p(form.x - r, y)}A${n(r)} ${n(r * form.tilt)} 0 0 0 ${p(form.x + r, y)}`, colour, width, opacity);
};

function turnedGrain(pen: Pen, form: Form, tone: Palette): string {
  let lines = "";
  const { top, bottom } = form;
  for (let i = 0; i < 16; i++) {
    const u = -0.96 + 1.92 * ((i + pen.random() * 0.8) / 16);
    const from = top + (bottom - top) * pen.random() * 0.3;
    const to = bottom - (bottom - top) * pen.random() * 0.3;
    const middle = (from + to) / 2;
    const drift = (pen.random() - 0.5) * 0.12;
    const [a, b, c] = [form.at(u, from), form.at(u + drift, middle), form.at(u, to)];
    lines += `M${p(...a)}Q${p(2 * b[0] - (a[0] + c[0]) / 2, b[1])} ${p(...c)}`;
  }
  return clipped(pen, form.outline, stroke(lines, tone.accent, 2, 0.28));
}

function sample(profile: Profile): Point[] {
  const runs: Point[][] = [[]];
  for (const [r, y, corner] of profile) {
    runs[runs.length - 1]!.push([r, y]);
    if (corner) runs.push([[r, y]]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : spline(run)));
}

function spline(run: Point[]): Point[] {
  const out: Point[] = [];
  for (let i = 0; i < run.length - 1; i++) {
    const [a, b, c, d] = [run[Math.max(0, i - 1)], run[i], run[i + 1], run[Math.min(run.length - 1, i + 2)]] as [Point, Point, Point, Point];
    for (let s = 0; s < 8; s++) {
      const t = s / 8;
      const at = (k: 0 | 1) =>
        0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t ** 3);
      out.push([Math.max(0.5, at(0)), at(1)]);
    }
  }
  return [...out, run[run.length - 1] as Point];
}
