import { darken, mix } from "../colour.ts";
import { hoop, lathe, paintForm, paintMouth, roundLight } from "../lathe.ts";
import { type Palette, palettes } from "../palettes.ts";
import { dots, ellipse, linear, n, p, path, type Pen, type Point, stroke } from "../pen.ts";
import { standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { rod, tube } from "../solids.ts";

const foot = restY;

/** What the handle is made of, by the shape parameter `grip`: the pan's own metal, wood, brass or iron. */
const grip = (pen: Pen): Palette => [pen.tone, palettes.beech, palettes.brass, palettes.iron, palettes.walnut][pen.size("grip", 0)] ?? pen.tone;

const rivet = (x: number, y: number, tone: Palette) => ellipse(x, y, 7, 7, tone.shade) + ellipse(x - 1.5, y - 1.5, 5, 5, tone.light);

/** A lid with a low dome; returns its top for the knob. */
function lid(pen: Pen, x: number, y: number, r: number, tilt: number, tone: Palette): string {
  const form = lathe(x, [[r * 0.2, y - r * 0.26], [r * 0.62, y - r * 0.2], [r * 0.92, y - r * 0.07], [r, y - 4, 1], [r, y + 6]], tilt);
  return paintForm(pen, form, tone) + hoop(form, y - r * 0.07, tone.shade, 3, 0.35);
}

function knob(pen: Pen, x: number, y: number, tone: Palette, r = 34): string {
  const form = lathe(x, [[r * 0.7, y - 58], [r, y - 44], [r * 0.8, y - 26], [r * 0.45, y - 14], [r * 0.5, y]], 0.24);
  return ellipse(x + 4, y + 3, r * 0.9, r * 0.25, "#20160f", 'opacity=".3"') + paintForm(pen, form, tone) + ellipse(x, y - 58, r * 0.7, r * 0.17, tone.light);
}

function saucepan(pen: Pen): string {
  const [r, h] = [pen.size("width", 185), pen.size("height", 240)];
  const [x, tilt, top] = [430, 0.22, foot - h];
  const form = lathe(x, [[r * 1.03, top], [r, top + 12], [r, foot - 34], [r * 0.94, foot - 8], [r * 0.86, foot]], tilt);
  const hand = grip(pen);
  const from: Point = [x + r * 0.96, top + 42];
  const to: Point = [x + r + pen.size("handle", 330), top - 6];
  const join: Point = [from[0] + 70, from[1] - 10];
  const handle = rod(pen, from, join, 30, 22, pen.tone) + rod(pen, join, to, hand.finish === "wood" ? 34 : 24, hand.finish === "wood" ? 42 : 34, hand) + ellipse(to[0] - 24, to[1] + 3, 9, 6, darken(hand.shade, 0.4));
  const lining = pen.tone === palettes.copper ? palettes.steel : pen.tone.finish === "enamel" ? palettes["enamel-white"] : pen.tone;
  const covered = pen.size("lid", 0);
  const rim = pen.tone.finish === "enamel" ? { rim: darken(pen.tone.accent, 0.2) } : {};
  const lip = pen.size("lip", 0) ? path(`M${p(x - r * 0.9, top + 30)}C${p(x - r * 1.06, top + 12)} ${p(x - r * 1.16, top - 10)} ${p(x - r * 1.22, top - 18)}C${p(x - r * 1.1, top - 24)} ${p(x - r * 0.9, top - 22)} ${p(x - r * 0.7, top - 20)}Z`, mix(pen.tone.base, pen.tone.light, 0.3)) : "";
  return (
    standingShadow(pen, x, foot + 4, r * 0.96, r * 0.24) + standingShadow(pen, x + r + 150, foot - 6, 150, 16, 0.3) + handle + paintForm(pen, form) + hoop(form, foot - 34, pen.tone.shade, 3, 0.3) + lip +
    (covered ? hoop(form, top + 2, pen.tone.shade, 8, 0.5) + lid(pen, x, top, r * 1.05, tilt, pen.tone) + knob(pen, x, top - r * 0.28, hand) : paintMouth(pen, form, { wall: 9, inside: lining, ...rim })) +
    rivet(x + r * 0.9, top + 62, pen.tone) + rivet(x + r * 0.94, top + 86, pen.tone)
  );
}

function fryingPan(pen: Pen): string {
  const r = pen.size("width", 290);
  const h = pen.size("height", 84);
  const [x, y, tilt] = [410, foot - 110, 0.4];
  const form = lathe(x, [[r, y], [r * 0.95, y + h * 0.4], [r * 0.82, y + h * 0.9], [r * 0.76, y + h]], tilt);
  const inner = r * 0.78;
  const hand = grip(pen);
  const angle = 0.34;
  const start: Point = [x + r * Math.cos(angle) * 0.96, y + r * tilt * Math.sin(angle) + 4];
  const reach = (by: number): Point => [start[0] + by, start[1] + by * 0.22];
  const end = reach(pen.size("handle", 330));
  const floor = linear(pen, [x - inner, y - inner * tilt], [x + inner, y + inner * tilt], [[0, mix(pen.tone.base, pen.tone.shade, 0.5)], [0.5, mix(pen.tone.base, pen.tone.shade, 0.2)], [0.8, mix(pen.tone.base, pen.tone.light, 0.35)], [1, mix(pen.tone.base, pen.tone.light, 0.12)]]);
  const rings = [0.92, 0.7, 0.45, 0.2].map((k) => `<ellipse cx="${n(x)}" cy="${n(y + h * 0.46)}" rx="${n(inner * k)}" ry="${n(inner * k * tilt)}" fill="none" stroke="${pen.tone.light}" stroke-width="2" opacity=".14"/>`).join("");
  const spouts = pen.size("spouts", 0) ? [-1, 1].map((s) => path(`M${p(x - s * 40 - 60, y + s * r * tilt * 0.985 - 4)}q${n(50)} ${n(s * 30)} 100 ${n(s * 4)}z`, mix(pen.tone.base, pen.tone.light, 0.25))).join("") : "";
  return (
    standingShadow(pen, x, y + h + 14, r * 0.94, r * 0.36) + standingShadow(pen, end[0] - 120, end[1] + 60, 170, 24, 0.4) + spouts +
    rod(pen, start, reach(110), 44, 30, pen.tone) + rod(pen, reach(100), end, hand === pen.tone ? 32 : 38, 46, hand) + ellipse(end[0] - 26, end[1] - 5, 13, 9, darken(hand.shade, 0.5)) +
    paintForm(pen, form, pen.tone, { plain: true }) + paintMouth(pen, form, { wall: 9 }) +
    ellipse(x, y + h * 0.46, inner, inner * tilt, floor) + rings + (hand === pen.tone ? "" : rivet(reach(30)[0], reach(30)[1] - 2, palettes.steel) + rivet(reach(66)[0], reach(66)[1] - 2, palettes.steel)) +
    stroke(`M${p(x - r * 0.92, y + 34)}A${n(r * 0.96)} ${n(r * tilt)} 0 0 0 ${p(x - r * 0.2, y + r * tilt * 0.98)}`, "#ffffff", 5, 0.22)
  );
}

function casserole(pen: Pen): string {
  const [r, h] = [pen.size("width", 260), pen.size("height", 210)];
  const [x, tilt, top] = [500, 0.22, foot - h];
  const form = lathe(x, [[r, top], [r * 0.99, top + h * 0.3], [r * 0.96, foot - 40], [r * 0.86, foot - 6], [r * 0.8, foot]], tilt);
  const ear = (s: number) => tube(`M${p(x + s * r * 0.95, top + 34)}C${p(x + s * (r + 80), top + 14)} ${p(x + s * (r + 84), top + 92)} ${p(x + s * r * 0.94, top + 78)}`, 24, pen.tone);
  const knobTone = [palettes.brass, palettes.beech, palettes.iron, pen.tone][pen.size("knob", 0)] ?? palettes.brass;
  const shadeUnderLid = path(form.band(top, top + 22), "#20160f", 'opacity=".22"');
  return (
    standingShadow(pen, x, foot + 6, r * 0.92, r * 0.24) + ear(-1) + ear(1) + paintForm(pen, form) + shadeUnderLid +
    lid(pen, x, top - 2, r * 1.02, tilt, pen.tone) + hoop(lathe(x, [[r * 1.02, top - 6], [r * 1.02, top + 4]], tilt), top + 2, pen.tone.light, 3, 0.5) + knob(pen, x, top - r * 0.27, knobTone, 36)
  );
}

function kettle(pen: Pen): string {
  const [r, h] = [pen.size("width", 215), pen.size("height", 270)];
  const [x, tilt, top] = [500, 0.2, foot - h];
  const form = lathe(x, [[r * 0.46, top], [r * 0.8, top + h * 0.22], [r * 0.97, top + h * 0.6], [r, foot - 30], [r * 0.94, foot - 4], [r * 0.9, foot]], tilt);
  const hand = grip(pen);
  const spout = `M${p(x - r * 0.8, foot - 74)}C${p(x - r * 1.24, foot - 120)} ${p(x - r * 1.1, top + 70)} ${p(x - r * 1.56, top - 4)}L${p(x - r * 1.4, top - 20)}C${p(x - r * 1.06, top + 24)} ${p(x - r * 0.9, top + 60)} ${p(x - r * 0.72, top + 84)}Z`;
  const arch = `M${p(x - r * 0.62, top + 34)}C${p(x - r * 0.8, top - 190)} ${p(x + r * 0.8, top - 190)} ${p(x + r * 0.62, top + 34)}`;
  const bar = `M${p(x - r * 0.3, top - 129)}C${p(x - r * 0.12, top - 138)} ${p(x + r * 0.12, top - 138)} ${p(x + r * 0.3, top - 129)}`;
  return (
    standingShadow(pen, x, foot + 4, r, r * 0.23) + path(spout, roundLight(pen, x - r * 1.55, x - r * 0.75)) + stroke(`M${p(x - r * 1.55, top - 4)}L${p(x - r * 1.41, top - 19)}`, pen.tone.accent, 10) +
    stroke(`M${p(x - r * 1.02, foot - 110)}C${p(x - r * 1.14, foot - 150)} ${p(x - r * 1.08, top + 70)} ${p(x - r * 1.38, top + 14)}`, "#ffffff", 7, 0.35) +
    paintForm(pen, form) + ellipse(x, top + 4, r * 0.48, r * 0.1, pen.tone.shade, 'opacity=".6"') + lid(pen, x, top, r * 0.47, tilt, pen.tone) + knob(pen, x, top - r * 0.12, hand === pen.tone ? palettes.iron : hand, 24) +
    tube(arch, 15, palettes.steel) + tube(bar, 38, hand === pen.tone ? palettes.iron : hand) + rivet(x - r * 0.62, top + 36, palettes.steel) + rivet(x + r * 0.62, top + 36, palettes.steel)
  );
}

function colander(pen: Pen): string {
  const [r, h] = [pen.size("width", 290), 210];
  const [x, tilt, top] = [500, 0.27, foot - h - 26];
  const form = lathe(x, [[r, top], [r * 0.95, top + h * 0.35], [r * 0.74, top + h * 0.75], [r * 0.5, top + h, 1], [r * 0.5, top + h]], tilt);
  const base = lathe(x, [[r * 0.46, top + h - 4], [r * 0.52, foot]], tilt);
  const holes: Point[] = [];
  for (let row = 0; row < 5; row++) {
    const y = top + h * (0.2 + row * 0.155);
    const count = 19 - row * 2;
    for (let i = 0; i < count; i++) holes.push(form.at(Math.sin(((i + (row % 2) * 0.5) / count - 0.5) * Math.PI * 0.96), y));
  }
  const ear = (s: number) => tube(`M${p(x + s * r * 0.95, top + 18)}C${p(x + s * (r + 74), top - 16)} ${p(x + s * (r + 84), top + 66)} ${p(x + s * r * 0.93, top + 62)}`, 17, pen.tone);
  return (
    standingShadow(pen, x, foot + 6, r * 0.68, r * 0.2) + paintForm(pen, base) + ear(-1) + ear(1) + paintForm(pen, form) +
    dots(holes, darken(pen.tone.shade, 0.35), 13, 0.9) + dots(holes.map(([hx, hy]) => [hx + 1.6, hy + 2.6] as const), pen.tone.light, 6, 0.35) +
    paintMouth(pen, form, { wall: 11, ...(pen.tone.finish === "enamel" ? { rim: pen.tone.accent, inside: palettes["enamel-white"] } : {}) })
  );
}

function tin(pen: Pen): string {
  const [r, h] = [pen.size("width", 200), pen.size("height", 330)];
  const [x, tilt, top] = [500, 0.2, foot - h];
  const form = lathe(x, [[r, top], [r, foot - 8], [r * 0.97, foot]], tilt);
  const cover = lathe(x, [[r * 0.99, top - 62], [r * 1.03, top - 54], [r * 1.03, top + 8]], tilt);
  const crown = ellipse(x, top - 62, r * 0.99, r * 0.99 * tilt, linear(pen, [x - r, top - 100], [x + r, top - 30], [[0, mix(pen.tone.base, pen.tone.light, 0.8)], [1, mix(pen.tone.base, pen.tone.light, 0.15)]]));
  const knobTone = pen.size("woodKnob", 1) ? palettes.beech : palettes.brass;
  const plaque = path(form.strip(-0.4, 0.4, top + h * 0.38, top + h * 0.64), mix(pen.tone.accent, "#ffffff", pen.tone.finish === "enamel" ? 0.05 : 0.3)) + path(form.strip(-0.27, 0.27, top + h * 0.46, top + h * 0.49), pen.tone.light) + path(form.strip(-0.18, 0.18, top + h * 0.535, top + h * 0.55), pen.tone.light, 'opacity=".7"');
  return (
    standingShadow(pen, x, foot + 4, r, r * 0.23) + paintForm(pen, form) + path(form.band(top + 8, top + 26), "#20160f", 'opacity=".2"') + (pen.size("plaque", 1) ? plaque : "") + hoop(form, foot - 26, pen.tone.shade, 3, 0.3) +
    paintForm(pen, cover) + crown + `<ellipse cx="${x}" cy="${n(top - 62)}" rx="${n(r * 0.8)}" ry="${n(r * 0.8 * tilt)}" fill="none" stroke="${pen.tone.shade}" stroke-width="3" opacity=".25"/>` + hoop(cover, top + 4, pen.tone.accent, 6, 0.75) + knob(pen, x, top - 60, knobTone, 30)
  );
}

export const pans = {
  saucepan: { stage: "table", frame: [575, 620, 920], focus: [540, 590, 420], draw: saucepan },
  "frying-pan": { stage: "table", frame: [590, 690, 1040], focus: [560, 690, 460], draw: fryingPan },
  casserole: { stage: "table", frame: [500, 630, 780], focus: [420, 600, 420], draw: casserole },
  kettle: { stage: "table", frame: [480, 580, 800], focus: [440, 520, 440], draw: kettle },
  colander: { stage: "table", frame: [500, 640, 840], focus: [420, 650, 420], draw: colander },
  tin: { stage: "table", frame: [500, 570, 700], focus: [500, 560, 420], draw: tin },
} satisfies Record<string, Sketch>;
