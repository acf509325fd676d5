import { darken, lighten, mix } from "../colour.ts";
import { type Form, hoop, lathe, paintForm, roundLight } from "../lathe.ts";
import { type Palette, palettes } from "../palettes.ts";
import { ellipse, linear, p, path, type Pen, radial, ring, stroke } from "../pen.ts";
import { standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { rod } from "../solids.ts";

const foot = restY;

/** A shadow with the light that comes through coloured glass in the middle of it. */
function glassShadow(pen: Pen, x: number, r: number): string {
  const through = radial(pen, [[0, lighten(pen.tone.base, 0.35), 0.75], [0.6, pen.tone.base, 0.3], [1, pen.tone.base, 0]]);
  return standingShadow(pen, x, foot + 4, r, r * 0.24, 0.55) + ellipse(x + r * 0.75, foot + r * 0.14, r * 0.95, r * 0.2, through);
}

/** Glass shows its edge: nearly clear in the middle, dark where one looks along the wall. */
export function paintGlass(pen: Pen, form: Form, tone: Palette = pen.tone, open = true): string {
  const { x, widest, top, bottom } = form;
  const [left, right] = [x - widest, x + widest];
  const tint = tone === palettes.clear ? 0.1 : 0.5;
  const wall = linear(pen, [left, 0], [right, 0], [[0, tone.shade, 0.72], [0.06, tone.base, 0.45 + tint * 0.5], [0.2, tone.light, 0.14 + tint * 0.6], [0.5, tone.base, tint], [0.82, tone.base, 0.2 + tint * 0.8], [0.95, mix(tone.base, tone.shade, 0.5), 0.5 + tint * 0.5], [1, tone.shade, 0.8]]);
  const height = bottom - top;
  const shine = linear(pen, [0, top], [0, bottom], [[0, "#ffffff", 0.3], [0.2, "#ffffff", 0.85], [0.8, "#ffffff", 0.5], [1, "#ffffff", 0.1]]);
  const r = form.radius(top);
  const rb = form.radius(bottom);
  let markup = path(form.outline, wall) + ellipse(x, bottom, rb * 0.86, rb * 0.86 * form.tilt, mix(tone.base, tone.shade, 0.35), 'opacity=".4"');
  markup += ellipse(x - rb * 0.1, bottom + rb * form.tilt * 0.3, rb * 0.6, rb * 0.42 * form.tilt, lighten(tone.light, 0.6), 'opacity=".6"');
  markup += path(form.strip(-0.8, -0.64, top + height * 0.1, bottom - height * 0.1), shine) + path(form.strip(-0.58, -0.55, top + height * 0.14, bottom - height * 0.2), shine, 'opacity=".6"');
  markup += path(form.strip(0.68, 0.76, top + height * 0.2, bottom - height * 0.12), shine, 'opacity=".5"');
  if (!open) return markup;
  return markup + stroke(ring(x, top, r, r * form.tilt), mix(tone.base, tone.accent, 0.55), 4, 0.75) + stroke(`M${p(x - r, top)}A${r} ${r * form.tilt} 0 0 0 ${p(x + r, top)}`, "#ffffff", 3, 0.8);
}

/** What stands in the glass, up to `level`; `wall` keeps it off the outside. */
function fill(pen: Pen, form: Form, level: number, colour: string, wall: number, opacity = 0.8): string {
  const inner = lathe(form.x, Array.from({ length: 9 }, (_, i) => {
    const y = level + ((form.bottom - wall * 1.4 - level) * i) / 8;
    return [Math.max(2, form.radius(y) - wall), y] as const;
  }), form.tilt);
  const r = form.radius(level) - wall;
  const body = linear(pen, [form.x - r, 0], [form.x + r, 0], [[0, darken(colour, 0.22), opacity], [0.3, lighten(colour, 0.12), opacity * 0.9], [0.7, colour, opacity], [1, darken(colour, 0.32), opacity]]);
  return path(inner.outline, body) + ellipse(form.x, level, r, r * form.tilt, lighten(colour, 0.25), `opacity="${opacity}"`) + stroke(ring(form.x, level, r, r * form.tilt), lighten(colour, 0.55), 2, 0.6);
}

const water = "#bcd3d6";

function tumbler(pen: Pen): string {
  const one = (x: number, r: number, h: number, level: number) => {
    const top = foot - h;
    const form = lathe(x, [[r, top], [r * 0.95, top + h * 0.5], [r * 0.87, foot - 10], [r * 0.83, foot]], 0.2);
    let facets = "";
    for (let i = 0; i < pen.size("facets", 0); i++) {
      const u = -0.9 + (1.8 * i) / (pen.size("facets", 0) - 1);
      facets += stroke(`M${p(...form.at(u, top + h * 0.42))}L${p(...form.at(u, foot - 6))}`, i % 2 ? "#ffffff" : pen.tone.accent, 3, 0.4);
    }
    const band = pen.size("band", 0) ? hoop(form, top + 26, "#c9a356", 8, 0.85) : "";
    return glassShadow(pen, x, r * 0.86) + fill(pen, form, foot - h * level, water, 9, 0.35) + paintGlass(pen, form) + facets + band;
  };
  const [r, h] = [pen.size("width", 130), pen.size("height", 300)];
  return pen.size("pair", 1) ? one(610, r * 0.94, h * 0.94, 0.2) + one(390, r, h, 0.55) : one(500, r, h, 0.55);
}

function wineGlass(pen: Pen): string {
  const [r, h, stem] = [pen.size("width", 125), pen.size("height", 250), pen.size("stem", 210)];
  const top = foot - stem - h;
  const wine = pen.size("white", 0) ? "#d9bf74" : "#6d2231";
  const cup = lathe(500, [[r * 0.8, top], [r * 0.94, top + h * 0.3], [r, top + h * 0.55], [r * 0.72, top + h * 0.85], [r * 0.1, top + h]], 0.17);
  const leg = lathe(500, [[12, foot - stem - 4], [8, foot - stem * 0.7], [8, foot - 40], [26, foot - 14], [r * 0.86, foot - 5, 1], [r * 0.86, foot]], 0.17);
  return glassShadow(pen, 500, r * 0.9) + paintGlass(pen, leg, pen.tone, false) + fill(pen, cup, top + h * pen.size("level", 0.52), wine, 7, 0.88) + paintGlass(pen, cup);
}

function carafe(pen: Pen): string {
  const [r, h] = [pen.size("width", 165), pen.size("height", 500)];
  const neck = r * pen.size("neck", 0.42);
  const top = foot - h;
  const form = lathe(500, [[neck * 1.3, top], [neck, top + h * 0.12], [neck * 1.02, top + h * 0.34], [r * 0.92, top + h * 0.66], [r, foot - h * 0.14], [r * 0.9, foot - 8], [r * 0.84, foot]], 0.18);
  const stopper = pen.size("cork", 0) ? paintForm(pen, lathe(500, [[neck * 1.2, top - 74], [neck * 1.2, top - 40], [neck, top + 24]], 0.18), cork, { plain: true }) + ellipse(500, top - 74, neck * 1.2, neck * 0.22, cork.light) : "";
  return glassShadow(pen, 500, r * 0.9) + fill(pen, form, foot - h * 0.5, pen.size("wine", 0) ? "#7a2a38" : water, 10, pen.size("wine", 0) ? 0.85 : 0.42) + paintGlass(pen, form) + stopper;
}

const cork: Palette = { ...palettes.kraft, base: "#c39a6b", light: "#dcbb90", shade: "#80603c" };

function bottle(pen: Pen): string {
  const [r, h] = [pen.size("width", 115), pen.size("height", 560)];
  const top = foot - h;
  const form = lathe(500, [[30, top], [32, top + 20], [28, top + h * 0.14], [30, top + h * 0.24], [r * 0.86, top + h * 0.4], [r, top + h * 0.5], [r, foot - 20], [r * 0.94, foot]], 0.18);
  const label = path(form.strip(-0.7, 0.55, foot - h * 0.4, foot - h * 0.14), "#efe6d0", 'opacity=".94"') + path(form.strip(-0.5, 0.35, foot - h * 0.35, foot - h * 0.335), pen.tone.accent) + path(form.strip(-0.5, 0.1, foot - h * 0.29, foot - h * 0.28), "#6b6257") + path(form.strip(-0.5, 0.25, foot - h * 0.25, foot - h * 0.24), "#6b6257");
  const cap = lathe(500, [[22, top - 44], [31, top - 34], [31, top - 8], [24, top]], 0.2);
  const wire = stroke(`M470 ${top + 40}C452 ${top + 8} 466 ${top - 40} 500 ${top - 34}C534 ${top - 40} 548 ${top + 8} 530 ${top + 40}M470 ${top + 36}L448 ${top + 92}M448 ${top + 92}L476 ${top + 62}`, "#82888a", 6) + stroke(`M469 ${top + 36}C452 ${top + 6} 466 ${top - 42} 499 ${top - 36}`, "#e6eaea", 2, 0.9);
  return glassShadow(pen, 500, r) + fill(pen, form, top + h * 0.34, pen.size("oil", 0) ? "#b8a43c" : water, 8, pen.size("oil", 0) ? 0.72 : 0.3) + paintGlass(pen, form) + (pen.size("label", 0) ? label : "") + stroke(`M470 ${top + 4}a30 6 0 0 0 60 0`, "#b5523c", 9) + paintForm(pen, cap, palettes.chalk) + wire;
}

function jar(pen: Pen): string {
  const [r, h] = [pen.size("width", 165), pen.size("height", 350)];
  const top = foot - h;
  const content = ["#c98a3c", "#b8b28e", "#8e3f3b", "#d7c6a0"][pen.size("content", 0)] ?? "#c98a3c";
  const form = lathe(500, [[r * 0.8, top], [r * 0.8, top + 30], [r, top + h * 0.2], [r, foot - 24], [r * 0.92, foot]], 0.19);
  const beans = Array.from({ length: pen.size("beans", 0) }, () => {
    const [x, y] = form.at((pen.random() - 0.5) * 1.7, top + h * (0.34 + pen.random() * 0.58));
    return ellipse(x, y, 15, 9, pen.random() < 0.5 ? darken(content, 0.14) : lighten(content, 0.3), `transform="rotate(${Math.round(pen.random() * 180)} ${Math.round(x)} ${Math.round(y)})"`);
  }).join("");
  const lid = lathe(500, [[r * 0.7, top - 54], [r * 0.82, top - 44], [r * 0.84, top - 14]], 0.19);
  const clip = stroke(`M${500 + r * 0.62} ${top - 40}L${500 + r * 0.8} ${top + 40}L${500 + r * 0.92} ${top + 16}M${500 - r * 0.7} ${top - 36}L${500 - r * 0.84} ${top + 40}`, "#7e8487", 7) + hoop(form, top + 38, "#8b9194", 6);
  const corkLid = lathe(500, [[r * 0.76, top - 46], [r * 0.8, top - 34], [r * 0.74, top + 26]], 0.19);
  const closed = pen.size("cork", 0)
    ? paintForm(pen, corkLid, cork, { plain: true }) + ellipse(500, top - 46, r * 0.76, r * 0.145, lighten(cork.light, 0.15))
    : hoop(form, top + 4, "#c2603e", 15) + paintForm(pen, lid, palettes["sea-glass"]) + ellipse(500, top - 54, r * 0.7, r * 0.133, roundLight(pen, 500 - r, 500 + r, palettes.clear)) + clip;
  return glassShadow(pen, 500, r) + fill(pen, form, top + h * 0.28, content, 10, 0.92) + beans + paintGlass(pen, form) + closed;
}

/** A drinking straw of reed leans in a glass; used where a tumbler wants company. */
function swizzle(pen: Pen): string {
  return tumbler(pen) + rod(pen, [420, 470], [350, 700], 9, 9, palettes.beech);
}

export const glassware = {
  tumbler: { stage: "table", frame: [500, 620, 700], focus: [400, 580, 380], draw: (pen) => (pen.size("stirrer", 0) ? swizzle(pen) : tumbler(pen)) },
  "wine-glass": { stage: "table", frame: [500, 565, 680], focus: [500, 430, 340], draw: wineGlass },
  carafe: { stage: "table", frame: [500, 535, 760], focus: [500, 480, 400], draw: carafe },
  bottle: { stage: "table", frame: [500, 500, 800], focus: [500, 330, 330], draw: bottle },
  jar: { stage: "table", frame: [500, 585, 640], focus: [500, 480, 380], draw: jar },
} satisfies Record<string, Sketch>;
