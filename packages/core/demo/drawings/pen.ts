import type { Palette } from "./palettes.ts";

export type Point = readonly [x: number, y: number];
export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** What an artist holds: the colours, the proportions, chance that repeats, and the definitions of the sheet. */
export interface Pen {
  readonly tone: Palette;
  size(name: string, fallback: number): number;
  random(): number;
  /** Adds a definition; `markup` receives the id it must wear. Returns `url(#id)`. */
  define(markup: (id: string) => string): string;
  with(tone: Palette): Pen;
}

export interface Sheet {
  readonly definitions: string[];
  pen(tone: Palette, shape: Record<string, number>, seed: string): Pen;
}

export function createSheet(): Sheet {
  const definitions: string[] = [];
  const define: Pen["define"] = (markup) => {
    const id = `d${definitions.length}`;
    definitions.push(markup(id));
    return `url(#${id})`;
  };
  const pen: Sheet["pen"] = (tone, shape, seed) => {
    const random = createRandom(seed);
    const size = (name: string, fallback: number) => shape[name] ?? fallback;
    const hold = (held: Palette): Pen => ({ tone: held, size, random, define, with: hold });
    return hold(tone);
  };
  return { definitions, pen };
}

/** The same seed gives the same drawing on every machine (FNV-1a into mulberry32). */
export function createRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const n = (value: number) => String(Math.round(value * 10) / 10);
export const p = (x: number, y: number) => `${n(x)} ${n(y)}`;

const stopsOf = (stops: readonly Stop[]) =>
  stops
    .map(([at, colour, opacity]) => `<stop offset="${at}" stop-color="${colour}"${opacity === undefined ? "" : ` stop-opacity="${opacity}"`}/>`)
    .join("");

/** A linear gradient in drawing coordinates. */
export const linear = (pen: Pen, from: Point, to: Point, stops: readonly Stop[]) =>
  pen.define(
    (id) =>
      `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${n(from[0])}" y1="${n(from[1])}" x2="${n(to[0])}" y2="${n(to[1])}">${stopsOf(stops)}</linearGradient>`,
  );

/** A radial gradient that fits the box of whatever it fills. */
export const radial = (pen: Pen, stops: readonly Stop[], cx = 0.5, cy = 0.5, r = 0.5) =>
  pen.define((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`);

export const path = (d: string, fill: string, more = "") => `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;

export const stroke = (d: string, colour: string, width: number, opacity = 1, more = "") =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${opacity < 1 ? ` opacity="${n3(opacity)}"` : ""}${more && ` ${more}`}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = "") =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${more && ` ${more}`}/>`;

export const group = (content: string, more: string) => `<g ${more}>${content}</g>`;

export const clipped = (pen: Pen, d: string, content: string) =>
  group(content, `clip-path="${pen.define((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)}"`);

export const polygon = (points: readonly Point[]) => `M${points.map(([x, y]) => p(x, y)).join("L")}Z`;
export const polyline = (points: readonly Point[]) => `M${points.map(([x, y]) => p(x, y)).join("L")}`;

/** A soft closed or open curve through the points (Catmull-Rom as cubics). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length;
  const point = (i: number): Point =>
    (closed ? points[(i + count) % count] : points[Math.min(count - 1, Math.max(0, i))]) as Point;
  let d = `M${p(...point(0))}`;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, e] = [point(i - 1), point(i), point(i + 1), point(i + 2)];
    d += `C${p(b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6)} ${p(c[0] - (e[0] - b[0]) / 6, c[1] - (e[1] - b[1]) / 6)} ${p(c[0], c[1])}`;
  }
  return closed ? `${d}Z` : d;
}

export const roundRect = (x: number, y: number, w: number, h: number, r: number) =>
  `M${p(x + r, y)}h${n(w - 2 * r)}q${n(r)} 0 ${n(r)} ${n(r)}v${n(h - 2 * r)}q0 ${n(r)} ${n(-r)} ${n(r)}h${n(2 * r - w)}q${n(-r)} 0 ${n(-r)} ${n(-r)}v${n(2 * r - h)}q0 ${n(-r)} ${n(r)} ${n(-r)}z`;

export const ring = (x: number, y: number, rx: number, ry: number) =>
  `M${p(x - rx, y)}a${n(rx)} ${n(ry)} 0 1 0 ${n(2 * rx)} 0a${n(rx)} ${n(ry)} 0 1 0 ${n(-2 * rx)} 0z`;

/** Many round dots as one path, for speckle, stitches and seeds. */
export const dots = (points: readonly Point[], colour: string, width: number, opacity: number) =>
  points.length ? stroke(points.map(([x, y]) => `M${p(x, y)}h.1`).join(""), colour, width, opacity) : "";

function n3(value: number) {
  return String(Math.round(value * 1000) / 1000);
}
