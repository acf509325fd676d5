import { lighten, mix } from "./colour.ts";
import type { Palette } from "./palettes.ts";
import { linear, n, path, type Pen, type Point, polygon, stroke } from "./pen.ts";
import { grain } from "./texture.ts";

export type Corner = readonly [x: number, y: number, z: number];

/** Looks at a room from the front right, a little from above. x runs right, y to the back, z up. */
export function camera(origin: Point, yaw = 30, pitch = 20, scale = 1) {
  const [cosA, sinA] = [Math.cos((yaw * Math.PI) / 180), Math.sin((yaw * Math.PI) / 180)];
  const [cosP, sinP] = [Math.cos((pitch * Math.PI) / 180), Math.sin((pitch * Math.PI) / 180)];
  return ([x, y, z]: Corner): Point => {
    const across = x * cosA + y * sinA;
    const away = -x * sinA + y * cosA;
    return [origin[0] + across * scale, origin[1] - (z * cosP + away * sinP) * scale];
  };
}

export type Camera = ReturnType<typeof camera>;

const faceTone = (tone: Palette, face: "top" | "front" | "side") =>
  face === "top" ? mix(tone.base, tone.light, 0.62) : face === "front" ? mix(tone.base, tone.light, 0.08) : mix(tone.base, tone.shade, 0.62);

/** A box by its lower near left corner and its size; wood shows its grain along the longer way. */
export function box(pen: Pen, see: Camera, at: Corner, size: Corner, tone: Palette = pen.tone): string {
  const [x, y, z] = at;
  const [w, d, h] = size;
  const v = (i: number, j: number, k: number) => see([x + w * i, y + d * j, z + h * k]);
  const faces = [
    { name: "front", points: [v(0, 0, 0), v(1, 0, 0), v(1, 0, 1), v(0, 0, 1)], long: w >= h },
    { name: "side", points: [v(1, 0, 0), v(1, 1, 0), v(1, 1, 1), v(1, 0, 1)], long: d >= h },
    { name: "top", points: [v(0, 0, 1), v(1, 0, 1), v(1, 1, 1), v(0, 1, 1)], long: w >= d },
  ] as const;
  return faces.map(({ name, points, long }) => panel(pen, points, faceTone(tone, name), tone, long)).join("");
}

/** One flat face with a sheen from the top left, grain along its first edge (or across), and a lit edge. */
export function panel(pen: Pen, points: readonly Point[], colour: string, tone: Palette, along = true): string {
  const d = polygon(points);
  const [a, b, c, e] = points as [Point, Point, Point, Point];
  const [from, to] = along ? [a, b] : [a, e];
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)] as const;
  const sheen = linear(pen, [bounds[0], bounds[1]], [bounds[0] + bounds[2], bounds[1] + bounds[3]], [[0, lighten(colour, 0.2)], [0.45, colour], [1, mix(colour, tone.shade, 0.22)]]);
  return (
    path(d, sheen) +
    (tone.finish === "wood" ? grain(pen.with(tone), d, bounds, angle) : "") +
    stroke(polygon([e, c]), tone.light, 1.6, 0.55)
  );
}

/** A round bar between two points, thick at the start and the end as given. */
export function rod(pen: Pen, from: Point, to: Point, startWidth: number, endWidth = startWidth, tone: Palette = pen.tone, ends: "round" | "flat" = "round"): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [-dy / length, dx / length];
  const flip = nx + ny > 0 ? 1 : -1;
  const [a, b] = [startWidth / 2, endWidth / 2];
  const corner = ([x, y]: Point, r: number): Point => [x + nx * r, y + ny * r];
  const cap = (r: number, end: Point) => (ends === "round" ? `A${n(r)} ${n(r * 0.7)} ${n((Math.atan2(ny, nx) * 180) / Math.PI)} 0 ` : "L") + (ends === "round" ? `1 ${n(end[0])} ${n(end[1])}` : `${n(end[0])} ${n(end[1])}`);
  const [s1, s2, e1, e2] = [corner(from, -a), corner(from, a), corner(to, -b), corner(to, b)];
  const d = `M${n(s1[0])} ${n(s1[1])}L${n(e1[0])} ${n(e1[1])}${cap(b, e2)}L${n(s2[0])} ${n(s2[1])}${cap(a, s1)}Z`;
  const wide = Math.max(a, b) * flip;
  const across = (t: number): Point => [(from[0] + to[0]) / 2 + nx * wide * t, (from[1] + to[1]) / 2 + ny * wide * t];
  const stops = tone.finish === "metal"
    ? ([[0, mix(tone.base, tone.shade, 0.3)], [0.28, lighten(tone.light, 0.4)], [0.5, tone.base], [0.8, tone.shade], [1, mix(tone.base, tone.shade, 0.5)]] as const)
    : ([[0, mix(tone.base, tone.light, 0.3)], [0.28, mix(tone.base, tone.light, 0.85)], [0.55, tone.base], [1, mix(tone.base, tone.shade, 0.9)]] as const);
  const lines = tone.finish === "wood" && Math.max(a, b) > 7
    ? [-0.5, -0.1, 0.35, 0.6].map((t) => `M${n(from[0] + nx * a * t)} ${n(from[1] + ny * a * t)}L${n(to[0] + nx * b * t)} ${n(to[1] + ny * b * t)}`).join("")
    : "";
  return path(d, linear(pen, across(-1), across(1), stops)) + (lines && stroke(lines, tone.accent, 1.5, 0.25));
}

/** A bent round bar along a path: dark edge, body, and a light that sits to the upper left. */
export function tube(d: string, width: number, tone: Palette): string {
  const nudge = (by: number) => `transform="translate(${n(-by)} ${n(-by)})"`;
  return (
    stroke(d, mix(tone.base, tone.shade, 0.9), width) +
    stroke(d, mix(tone.base, tone.shade, 0.35), width * 0.78, 1, nudge(width * 0.06)) +
    stroke(d, tone.base, width * 0.55, 1, nudge(width * 0.11)) +
    stroke(d, mix(tone.base, tone.light, 0.8), width * 0.24, 1, nudge(width * 0.17)) +
    (tone.finish === "metal" || tone.finish === "glaze" || tone.finish === "enamel" ? stroke(d, "#ffffff", width * 0.09, 0.6, nudge(width * 0.2)) : "")
  );
}
