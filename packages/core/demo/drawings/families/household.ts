import { darken, lighten, mix } from "../colour.ts";
import { hoop, lathe, paintForm, paintMouth } from "../lathe.ts";
import { type Palette, palettes } from "../palettes.ts";
import { ellipse, group, linear, n, p, path, type Pen, type Point, polygon, roundRect, stroke } from "../pen.ts";
import { castShadow, standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { box, camera, rod, tube } from "../solids.ts";
import { grain, speckle } from "../texture.ts";
import { paintGlass } from "./glassware.ts";

const foot = restY;

/** A fan of bristles between two lines, as strokes of three tones. */
function bristles(pen: Pen, from: readonly [Point, Point], to: readonly [Point, Point], count: number, colour: string, width = 3.4): string {
  const rows = ["", "", ""];
  const along = ([a, b]: readonly [Point, Point], t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  for (let i = 0; i < count; i++) {
    const t = (i + 0.5) / count;
    const [a, b] = [along(from, t), along(to, t + (pen.random() - 0.5) * 0.03)];
    const slip = pen.random() * 12;
    rows[i % 3] += `M${p(...a)}Q${p((a[0] + b[0]) / 2 + (pen.random() - 0.5) * 8, (a[1] + b[1]) / 2)} ${p(b[0], b[1] - slip)}`;
  }
  return path(polygon([from[0], from[1], to[1], to[0]]), darken(colour, 0.3), 'opacity=".85"') + stroke(rows[0] ?? "", darken(colour, 0.22), width) + stroke(rows[1] ?? "", colour, width) + stroke(rows[2] ?? "", lighten(colour, 0.35), width * 0.8);
}

const hairs = ["#c9a25f", "#3d3430", "#e7dcc2", "#8d6a42"];
const hair = (pen: Pen) => hairs[pen.size("hair", 0)] ?? "#c9a25f";

function broom(pen: Pen): string {
  const wide = pen.size("width", 150);
  const round = pen.size("corn", 0);
  const head: Point = [430, 700];
  const lean: Point = [600, 40];
  const shadow = castShadow(`M${lean[0]} ${lean[1]}L${head[0] + 10} ${head[1]}L${head[0] - wide} 850H${head[0] + wide}Z`, 34, 16, 12, 0.45);
  const stick = rod(pen, lean, head, 24, 26);
  const loop = tube(`M${lean[0]} ${lean[1] + 6}C${lean[0] + 40} ${lean[1] - 60} ${lean[0] - 30} ${lean[1] - 70} ${lean[0] - 4} ${lean[1] + 2}`, 7, palettes.tan);
  if (round) {
    const straw = bristles(pen, [[head[0] - 44, head[1] - 60], [head[0] + 44, head[1] - 50]], [[head[0] - wide - 40, 850], [head[0] + wide - 20, 862]], 90, hair(pen), 4);
    const ties = [0.18, 0.34, 0.5].map((t) => stroke(`M${p(head[0] - 46 - t * 84, head[1] - 60 + t * 140)}Q${p(head[0] - 10, head[1] - 34 + t * 150)} ${p(head[0] + 46 + t * 56, head[1] - 52 + t * 142)}`, pen.tone.finish === "wood" ? "#a5503f" : pen.tone.accent, 7)).join("");
    return standingShadow(pen, head[0] - 20, 852, wide, 22, 0.8) + shadow + stick + loop + straw + ties + tube(`M${head[0] - 40} ${head[1] - 66}Q${head[0]} ${head[1] - 84} ${head[0] + 42} ${head[1] - 58}`, 24, palettes.tan);
  }
  const block = roundRect(head[0] - wide, head[1] - 22, wide * 2, 62, 14);
  return (
    standingShadow(pen, head[0], 852, wide, 20, 0.8) + shadow + bristles(pen, [[head[0] - wide + 12, head[1] + 36], [head[0] + wide - 12, head[1] + 36]], [[head[0] - wide - 16, 852], [head[0] + wide + 16, 852]], 110, hair(pen), 4) + stick + loop +
    path(block, linear(pen, [0, head[1] - 22], [0, head[1] + 40], [[0, pen.tone.light], [0.5, pen.tone.base], [1, pen.tone.shade]])) + grain(pen, block, [head[0] - wide, head[1] - 22, wide * 2, 62], 0) + rod(pen, [head[0] + 14, head[1] - 70], [head[0] + 4, head[1] + 4], 40, 46)
  );
}

function brush(pen: Pen): string {
  const style = pen.size("style", 0);
  if (style === 1) {
    const block = `M250 430C250 396 300 388 500 388C700 388 750 396 750 430C750 470 700 478 500 478C300 478 250 470 250 430Z`;
    return group(
      castShadow(`${block}M262 460H738V600H262Z`, 14, 20, 16) + bristles(pen, [[268, 462], [732, 462]], [[256, 604], [744, 604]], 130, hair(pen), 4) + path(block, linear(pen, [0, 388], [0, 478], [[0, pen.tone.light], [0.5, pen.tone.base], [1, pen.tone.shade]])) + grain(pen, block, [250, 388, 500, 90], 0) + stroke("M290 404Q500 392 710 404", pen.tone.light, 4, 0.6) + (pen.size("strap", 0) ? tube("M330 400C360 330 640 330 670 400", 26, palettes.tan) : ""),
      'transform="rotate(-16 500 500)"',
    );
  }
  const long = pen.size("length", 420);
  const headX = 290;
  const grip = `M${headX + 90} 484H${headX + 160}C${headX + 240} 466 ${headX + long} 470 ${headX + long + 60} 474Q${headX + long + 92} 500 ${headX + long + 60} 526C${headX + long} 530 ${headX + 240} 534 ${headX + 160} 516H${headX + 90}Z`;
  const cap = `M${headX - 90} 452H${headX + 70}Q${headX + 110} 452 ${headX + 110} 500Q${headX + 110} 520 ${headX + 70} 520H${headX - 90}Q${headX - 116} 486 ${headX - 90} 452Z`;
  return group(
    castShadow(`${grip}${cap}M${headX - 100} 510H${headX + 90}V610H${headX - 100}Z`, 14, 20, 14) + bristles(pen, [[headX - 92, 512], [headX + 84, 512]], [[headX - 112, 618], [headX + 100, 612]], 70, hair(pen), 4.5) +
      path(grip, linear(pen, [0, 466], [0, 534], [[0, pen.tone.light], [0.45, pen.tone.base], [1, pen.tone.shade]])) + grain(pen, grip, [headX + 80, 466, long, 70], 0) + ellipse(headX + long + 44, 500, 11, 11, darken(pen.tone.ground, 0.25)) + tube(`M${headX + long + 46} 500C${headX + long + 120} 470 ${headX + long + 130} 560 ${headX + long + 50} 508`, 6, palettes.linen) +
      path(cap, linear(pen, [0, 452], [0, 520], [[0, pen.tone.light], [0.5, pen.tone.base], [1, pen.tone.shade]])) + grain(pen, cap, [headX - 110, 450, 220, 70], 0) + stroke(`M${headX - 80} 462H${headX + 66}`, pen.tone.light, 4, 0.6),
    'transform="rotate(-30 500 500)"',
  );
}

function dustpan(pen: Pen): string {
  const tray = "M300 560L700 560L770 700H230Z";
  const back = "M318 470H682L700 560H300Z";
  return (
    standingShadow(pen, 500, 700, 280, 30) + path(back, mix(pen.tone.base, pen.tone.shade, 0.55)) + path(tray, linear(pen, [300, 560], [720, 700], [[0, mix(pen.tone.base, pen.tone.light, 0.6)], [0.6, pen.tone.base], [1, mix(pen.tone.base, pen.tone.shade, 0.3)]])) +
    path("M318 470L230 700L214 690L300 462Z", mix(pen.tone.base, pen.tone.light, 0.4)) + path("M682 470L770 700L788 690L700 462Z", pen.tone.shade) + stroke("M230 700H770", pen.tone.light, 6, 0.8) + rod(pen, [500, 474], [500, 270], 40, 30, pen.tone) + rod(pen, [500, 380], [500, 210], 42, 48, palettes.beech) +
    group(bristles(pen, [[420, 630], [640, 630]], [[410, 706], [655, 706]], 70, hair(pen), 4) + path(roundRect(412, 590, 236, 46, 12), linear(pen, [0, 590], [0, 636], [[0, palettes.beech.light], [0.5, palettes.beech.base], [1, palettes.beech.shade]])) + rod(pen, [640, 612], [850, 560], 34, 40, palettes.beech), 'transform="rotate(-6 530 640)"')
  );
}

function soap(pen: Pen): string {
  const see = camera([500, foot - 10], 24, 30, 1);
  const tone: Palette = { ...pen.tone, finish: "matte" };
  const bar = (x: number, y: number, z: number, wrapped: boolean) => {
    const [w, d, h] = [300, 190, 92];
    const at = (i: number, j: number, k: number) => see([x + w * i, y + d * j, z + h * k]);
    const wrap = wrapped ? path(polygon([at(0.3, 0, 0), at(0.7, 0, 0), at(0.7, 0, 1), at(0.3, 0, 1)]), "#eee4cd") + path(polygon([at(0.3, 0, 1), at(0.7, 0, 1), at(0.7, 1, 1), at(0.3, 1, 1)]), "#f8f1e1") + stroke(polygon([at(0.36, 0, 1), at(0.36, 1, 1)]) + polygon([at(0.64, 0, 1), at(0.64, 1, 1)]), tone.accent, 4, 0.8) : "";
    const middle = at(0.5, 0.5, 1);
    const seal = wrapped ? ellipse(middle[0], middle[1], 40, 22, tone.accent, 'opacity=".85"') : stroke(`M${p(...at(0.2, 0.3, 1))}L${p(...at(0.8, 0.3, 1))}L${p(...at(0.8, 0.7, 1))}L${p(...at(0.2, 0.7, 1))}Z`, tone.shade, 5, 0.5) + stroke(`M${p(...at(0.34, 0.5, 1))}L${p(...at(0.66, 0.5, 1))}`, tone.shade, 5, 0.5);
    const flecks = pen.size("flecks", 0) ? speckle(pen, pen.size("flecks", 0), (u, v) => at(u, v, 1)) + speckle(pen, pen.size("flecks", 0) / 2, (u, v) => at(u, 0, v)) : "";
    return box(pen, see, [x, y, z], [w, d, h], tone) + flecks + wrap + seal;
  };
  return castShadow(polygon([see([-200, -40, 0]), see([100, -40, 0]), see([130, 150, 0]), see([-170, 150, 0])]), 26, 10, 34, 0.9) + castShadow(polygon([see([-200, -40, 0]), see([100, -40, 0]), see([100, 150, 0]), see([-200, 150, 0])]), 4, 4, 8, 0.6) + bar(-200, -40, 0, pen.size("wrapped", 1) === 1) + (pen.size("stack", 1) ? bar(-160, -20, 92, false) : "");
}

function soapBottle(pen: Pen): string {
  const [r, h] = [pen.size("width", 118), pen.size("height", 360)];
  const top = foot - h;
  const form = lathe(500, [[44, top], [46, top + 24], [r * 0.9, top + 76], [r, top + 110], [r, foot - 16], [r * 0.94, foot]], 0.2);
  const collar = lathe(500, [[40, top - 44], [48, top - 36], [48, top + 4]], 0.22);
  const metal = pen.size("brass", 0) ? palettes.brass : palettes.iron;
  const spout = tube(`M500 ${top - 104}C470 ${top - 118} 430 ${top - 120} 404 ${top - 104}L396 ${top - 88}`, 19, metal);
  const label = path(form.strip(-0.66, 0.6, foot - h * 0.58, foot - h * 0.18), "#f3ead6", 'opacity=".96"') + path(form.strip(-0.46, 0.4, foot - h * 0.52, foot - h * 0.5), "#5f564b") + path(form.strip(-0.34, 0.28, foot - h * 0.43, foot - h * 0.41), pen.tone.accent) + path(form.strip(-0.42, 0.36, foot - h * 0.34, foot - h * 0.33), "#8a8073") + path(form.strip(-0.42, 0.2, foot - h * 0.28, foot - h * 0.27), "#8a8073");
  return standingShadow(pen, 500, foot + 4, r, r * 0.24, 0.9) + (pen.tone.finish === "glass" ? path(form.outline, mix(pen.tone.base, pen.tone.shade, 0.3), 'opacity=".75"') + paintGlass(pen, form, pen.tone, false) : paintForm(pen, form)) + label + rod(pen, [500, top - 104], [500, top - 36], 14, 14, metal) + paintForm(pen, collar, metal) + spout + ellipse(500, top - 110, 26, 10, metal.base);
}

function bucket(pen: Pen): string {
  const [r, h] = [pen.size("width", 220), pen.size("height", 330)];
  const top = foot - h;
  const form = lathe(500, [[r, top], [r * 0.72, foot - 4, 1], [r * 0.72, foot]], 0.22);
  const handle = `M${p(500 - r * 0.98, top + 8)}C${p(500 - r * 0.86, top - h * 0.86)} ${p(500 + r * 0.86, top - h * 0.86)} ${p(500 + r * 0.98, top + 8)}`;
  const lug = (s: number) => path(`M${p(500 + s * r * 0.92 - 16, top - 20)}h32v56h-32z`, pen.tone.shade) + ellipse(500 + s * r * 0.95, top + 4, 8, 8, pen.tone.light);
  return (
    standingShadow(pen, 500, foot + 4, r * 0.76, r * 0.2) + stroke(handle, pen.tone.shade, 11) + stroke(handle, pen.tone.light, 4, 0.8, 'transform="translate(-2 -2)"') + paintForm(pen, form) + [0.3, 0.72].map((t) => hoop(form, top + h * t, pen.tone.shade, 5, 0.5) + hoop(form, top + h * t + 5, pen.tone.light, 3, 0.6)).join("") + paintMouth(pen, form, { wall: 9, ...(pen.tone.finish === "enamel" ? { rim: pen.tone.accent } : {}) }) + lug(-1) + lug(1) +
    tube(`M${p(500 - 62, top - h * 0.617)}Q${p(500, top - h * 0.65)} ${p(500 + 62, top - h * 0.617)}`, 32, palettes.beech)
  );
}

/** A spool or ball of twine with its loose end. */
function twine(pen: Pen): string {
  const form = lathe(500, [[150, foot - 260], [156, foot - 240], [156, foot - 40], [150, foot - 20]], 0.2);
  let wraps = "";
  for (let y = foot - 244; y < foot - 30; y += 8) wraps += `M${p(...form.at(-0.99, y + 4))}Q${p(500, y + 60 + (pen.random() - 0.5) * 10)} ${p(...form.at(0.99, y - 2 + pen.random() * 6))}`;
  const end = (y: number) => { const cap = lathe(500, [[178, y], [178, y + 22]], 0.2); return paintForm(pen, cap, palettes.beech) + ellipse(500, y, 178, 35, mix(palettes.beech.base, palettes.beech.light, 0.5)); };
  const tail = `M640 ${foot - 120}C720 ${foot - 60} 690 ${foot + 30} 780 ${foot + 10}S880 ${foot - 30} 900 ${foot + 30}`;
  return standingShadow(pen, 500, foot + 6, 176, 42) + end(foot - 14) + paintForm(pen, form) + stroke(wraps, pen.tone.shade, 3, 0.5) + stroke(wraps, pen.tone.light, 2.4, 0.7, 'transform="translate(0 -3)"') + end(foot - 282) + ellipse(500, foot - 282, 44, 9, palettes.beech.shade) + ellipse(502, foot - 280, 34, 6, "#33281f") + stroke(tail, "#20160f", 9, 0.15, 'transform="translate(4 6)"') + tube(tail, 9, pen.tone);
}

/** A round tin of polish or hand balm, its lid leaning on it. */
function balm(pen: Pen): string {
  const base = lathe(470, [[190, foot - 96], [192, foot - 10], [188, foot]], 0.3);
  const lidAt = `transform="rotate(18 700 ${foot - 120})"`;
  const lid = group(path(`M560 ${foot - 130}a140 140 0 1 0 280 0a140 140 0 1 0 -280 0Z`, linear(pen, [560, foot - 270], [840, foot + 10], [[0, lighten(pen.tone.light, 0.2)], [0.5, pen.tone.base], [1, pen.tone.shade]])) + stroke(`M580 ${foot - 130}a120 120 0 1 0 240 0a120 120 0 1 0 -240 0Z`, pen.tone.accent, 5, 0.7) + stroke(`M630 ${foot - 146}H770M650 ${foot - 116}H750`, pen.tone.accent, 7, 0.8), lidAt);
  return standingShadow(pen, 480, foot + 4, 200, 60) + standingShadow(pen, 690, foot + 2, 120, 26, 0.7) + lid + paintForm(pen, base, palettes.steel) + paintMouth(pen, base, { wall: 8, inside: palettes.steel, content: { colour: pen.size("wax", 0) ? "#d9a94f" : "#efe6d2", depth: 14 } }) + path(base.strip(-0.8, 0.7, foot - 76, foot - 24), pen.tone.base) + path(base.strip(-0.4, 0.3, foot - 58, foot - 50), "#f6efdf") + stroke(`M${n(400)} ${foot - 96}q40 -22 90 -12t70 10`, "#fffaf0", 5, 0.5);
}

export const household = {
  broom: { stage: "table", frame: [470, 460, 980], focus: [430, 740, 400], draw: broom },
  brush: { stage: "flat", frame: [500, 510, 800], focus: [400, 520, 340], draw: brush },
  dustpan: { stage: "table", frame: [520, 500, 820], focus: [560, 640, 380], draw: dustpan },
  soap: { stage: "table", frame: [505, 680, 640], focus: [500, 650, 320], draw: soap },
  "soap-bottle": { stage: "table", frame: [500, 570, 660], focus: [500, 420, 340], draw: soapBottle },
  bucket: { stage: "table", frame: [500, 560, 800], focus: [430, 520, 360], draw: bucket },
  twine: { stage: "table", frame: [540, 640, 740], focus: [480, 650, 340], draw: twine },
  balm: { stage: "table", frame: [540, 680, 740], focus: [470, 690, 360], draw: balm },
} satisfies Record<string, Sketch>;
