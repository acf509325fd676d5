import { darken, lighten, mix } from "../colour.ts";
import { hoop, lathe, paintForm, paintMouth } from "../lathe.ts";
import { type Palette, palettes } from "../palettes.ts";
import { clipped, curve, dots, ellipse, group, linear, n, p, path, type Pen, type Point, polygon, ring, roundRect, stroke } from "../pen.ts";
import { castShadow, standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { box, camera, panel, rod, tube } from "../solids.ts";
import { grain, speckle } from "../texture.ts";
import { paintGlass } from "./glassware.ts";

const foot = restY;
const greens = ["#5f7d4c", "#7c9760", "#4a663f", "#92a971"];

/** One leaf from its stalk, `long` units towards `turn` degrees. */
function leaf(x: number, y: number, long: number, turn: number, colour: string, wide = 0.26): string {
  const d = `M0 0C${n(long * 0.3)} ${n(-long * wide)} ${n(long * 0.75)} ${n(-long * wide * 0.8)} ${n(long)} 0C${n(long * 0.75)} ${n(long * wide * 0.8)} ${n(long * 0.3)} ${n(long * wide)} 0 0Z`;
  return group(path(d, colour) + path(`M0 0C${n(long * 0.3)} ${n(-long * wide)} ${n(long * 0.75)} ${n(-long * wide * 0.8)} ${n(long)} 0Z`, lighten(colour, 0.24), 'opacity=".7"') + stroke(`M0 0H${n(long * 0.9)}`, darken(colour, 0.3), 1.8, 0.6), `transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"`);
}

/** What grows in the pot: 1 a leafy herb, 2 lavender, 3 an upright snake of leaves, 4 a small olive. */
function plant(pen: Pen, x: number, y: number, spread: number): string {
  const type = pen.size("plant", 0);
  let markup = "";
  const green = () => greens[Math.floor(pen.random() * greens.length)] ?? "#5f7d4c";
  if (type === 1) for (let i = 0; i < 46; i++) {
    const a = -160 + pen.random() * 140;
    const far = pen.random();
    markup += leaf(x + (pen.random() - 0.5) * spread + Math.cos((a * Math.PI) / 180) * far * spread * 0.7, y + 10 - far * spread * 0.85 + Math.sin((a * Math.PI) / 180) * 26, 62 + pen.random() * 34, a, green(), 0.32);
  }
  if (type === 2) for (let i = 0; i < 26; i++) {
    const lean = (i / 25 - 0.5) * 2 + (pen.random() - 0.5) * 0.2;
    const tip: Point = [x + lean * spread * 1.25, y - 190 - pen.random() * 110 + Math.abs(lean) * 80];
    markup += stroke(`M${p(x + lean * spread * 0.4, y + 6)}Q${p(x + lean * spread * 0.7, y - 110)} ${p(...tip)}`, i % 2 ? "#7f8f6b" : "#98a585", 4);
    markup += dots(Array.from({ length: 12 }, (_, k): Point => [tip[0] + (pen.random() - 0.5) * 13 - lean * k * 1.6, tip[1] + k * 5.6]), k2(i), 10, 0.95);
  }
  if (type === 3) for (let i = 0; i < 9; i++) markup += leaf(x + (i - 4) * spread * 0.12, y + 12, 240 + pen.random() * 110 - Math.abs(i - 4) * 18, -90 + (i - 4) * 9, green(), 0.11);
  if (type === 4) {
    markup += rod(pen, [x, y + 10], [x + 6, y - 130], 20, 13, palettes.walnut);
    for (let i = 0; i < 9; i++) markup += stroke(`M${p(x + 5, y - 120)}Q${p(x + (i - 4) * 14, y - 190)} ${p(x + 6 + (i - 4) * spread * 0.2, y - 250 + Math.abs(i - 4) * 26)}`, palettes.walnut.base, 5);
    for (let i = 0; i < 170; i++) {
      const [a, d] = [pen.random() * 6.283, pen.random() ** 0.62 * spread * 0.95];
      markup += leaf(x + 6 + Math.cos(a) * d, y - 210 + Math.sin(a) * d * 0.86, 42 + pen.random() * 18, pen.random() * 360, mix(green(), "#a9b2a0", 0.35), 0.2);
    }
  }
  return markup;
}

const k2 = (i: number) => ["#7d6d9c", "#9382b0", "#6a5b8a"][i % 3] ?? "#7d6d9c";

function planter(pen: Pen): string {
  const [r, h] = [pen.size("width", 190), pen.size("height", 300)];
  const top = foot - h;
  const style = pen.size("style", 0);
  const form = style === 1
    ? lathe(500, [[r, top], [r, foot - 10], [r * 0.97, foot]], 0.21)
    : style === 2
      ? lathe(500, [[r * 0.8, top], [r * 0.84, top + 20], [r, top + h * 0.42], [r * 0.8, foot - 30], [r * 0.58, foot]], 0.21)
      : lathe(500, [[r * 0.93, top + 50], [r * 0.68, foot - 4], [r * 0.67, foot]], 0.21);
  const collar = lathe(500, [[r, top], [r * 1.01, top + 12], [r * 0.98, top + 62, 1], [r * 0.93, top + 66]], 0.21);
  const soil = { colour: "#4a3a2e", depth: 22 };
  const saucer = pen.size("saucer", 0) ? lathe(500, [[r * 0.92, foot - 26], [r * 0.86, foot + 2], [r * 0.8, foot + 8]], 0.21) : null;
  const aged = pen.tone.finish === "matte" ? speckle(pen, 90, (u, v) => form.at((u - 0.5) * 1.9, form.top + v * (form.bottom - form.top)), 0.5) : "";
  const seams = pen.tone.finish === "metal" ? [0.3, 0.72].map((t) => hoop(form, top + h * t, pen.tone.shade, 5, 0.5) + hoop(form, top + h * t + 5, pen.tone.light, 3, 0.6)).join("") : "";
  const rimForm = style === 0 ? collar : form;
  return (
    standingShadow(pen, 500, foot + 4, r * 0.8, r * 0.22) + (saucer ? paintForm(pen, saucer) + paintMouth(pen, saucer, { wall: 8 }) : "") + paintForm(pen, form) + aged + seams + (style === 0 ? path(form.band(top + 62, top + 92), "#20160f", 'opacity=".18"') + paintForm(pen, collar) : "") +
    paintMouth(pen, rimForm, { wall: 15, content: soil }) + plant(pen, 500, top + 14, r * 0.8) + (pen.size("plant", 0) ? stroke(`M${p(500 - rimForm.radius(top) + 8, top + 6)}A${n(rimForm.radius(top) - 6)} ${n((rimForm.radius(top) - 6) * 0.21)} 0 0 0 ${p(500 + rimForm.radius(top) - 8, top + 6)}`, pen.tone.light, 12, 0.85) : "")
  );
}

function wateringCan(pen: Pen): string {
  const [r, h] = [pen.size("width", 165), pen.size("height", 270)];
  const [x, top] = [560, foot - h];
  const form = lathe(x, [[r * 0.94, top], [r, top + 16], [r, foot - 14], [r * 0.97, foot]], 0.2);
  const long = pen.size("spout", 300);
  const start: Point = [x - r * 0.9, foot - 74];
  const end: Point = [x - r - long, top - 66];
  const brassRose = pen.size("brass", 0) ? palettes.brass : pen.tone;
  const angle = (Math.atan2(end[1] - start[1], end[0] - start[0]) * 180) / Math.PI;
  const holes = dots(Array.from({ length: 14 }, (_, i): Point => [18 + (i % 2) * 3, -40 + i * 6]), darken(brassRose.shade, 0.3), 5, 0.8);
  const rose = group(path("M-16 -14L16 -52Q30 0 16 52L-16 14Z", linear(pen, [0, -50], [0, 50], [[0, brassRose.light], [0.5, brassRose.base], [1, brassRose.shade]])) + ellipse(17, 0, 11, 52, mix(brassRose.base, brassRose.light, 0.5)) + holes, `transform="translate(${n(end[0])} ${n(end[1])}) rotate(${n(angle)})"`);
  const cover = path(`M${p(x - r * 0.94, top)}A${n(r * 0.94)} ${n(r * 0.19)} 0 0 0 ${p(x + r * 0.1, top + r * 0.186)}L${p(x + r * 0.1, top - r * 0.186)}A${n(r * 0.94)} ${n(r * 0.19)} 0 0 0 ${p(x - r * 0.94, top)}Z`, mix(pen.tone.base, pen.tone.light, 0.4));
  return (
    standingShadow(pen, x, foot + 4, r, r * 0.24) + standingShadow(pen, x - r - 100, foot - 4, 130, 14, 0.3) + rod(pen, start, end, 58, 26) + rose + stroke(`M${p(x - r * 0.9, top + 40)}L${p(start[0] - long * 0.5, start[1] - (start[1] - end[1]) * 0.52)}`, pen.tone.shade, 9) +
    tube(`M${p(x + r * 0.8, top + 30)}C${p(x + r * 2.1, top - 40)} ${p(x + r * 2.05, foot - 30)} ${p(x + r * 0.95, foot - 60)}`, 22, pen.tone) + paintForm(pen, form) + [0.16, 0.84].map((t) => hoop(form, top + h * t, pen.tone.shade, 5, 0.45) + hoop(form, top + h * t + 5, pen.tone.light, 3, 0.55)).join("") +
    paintMouth(pen, form, { wall: 8 }) + cover + tube(`M${p(x - r * 0.74, top - 4)}C${p(x - r * 0.6, top - 170)} ${p(x + r * 0.7, top - 170)} ${p(x + r * 0.8, top - 2)}`, 22, pen.tone)
  );
}

/** A tool that lies diagonally: handle to the lower right, head to the upper left. */
function lying(pen: Pen, head: string, outline: string, handle: { long: number; wide: number; tone?: Palette }): string {
  const { long, wide, tone = pen.tone } = handle;
  const stick = `M484 520H516L${500 + wide / 2} ${520 + long}H${500 - wide / 2}Z`;
  const ferrule = rod(pen, [500, 500], [500, 566], 26, 34, palettes.steel, "flat");
  return group(
    castShadow(`${outline}${stick}`, 20, 10, 14) + rod(pen, [500, 556], [500, 520 + long], 34, wide, tone) + ellipse(500, 504 + long, 6, 6, darken(tone.shade, 0.3)) + tube(`M500 ${504 + long}C470 ${560 + long} 530 ${580 + long} 502 ${510 + long}`, 6, palettes.tan) + ferrule + head,
    `transform="rotate(${pen.size("angle", -38)} 500 520)"`,
  );
}

const blade = (pen: Pen, tone: Palette = palettes.steel) => linear(pen, [410, 0], [590, 0], [[0, mix(tone.base, tone.shade, 0.3)], [0.3, tone.light], [0.48, mix(tone.base, tone.light, 0.4)], [0.52, mix(tone.base, tone.shade, 0.4)], [0.8, tone.base], [1, tone.shade]]);

function trowel(pen: Pen): string {
  const narrow = pen.size("narrow", 0);
  const w = narrow ? 56 : 88;
  const d = `M500 ${narrow ? 110 : 130}C${500 + w} 190 ${500 + w + 8} 300 ${500 + w * 0.86} 366C${500 + w * 0.6} 404 520 410 516 440L512 506H488L484 440C480 410 ${500 - w * 0.6} 404 ${500 - w * 0.86} 366C${500 - w - 8} 300 ${500 - w} 190 500 ${narrow ? 110 : 130}Z`;
  const marks = narrow ? stroke("M470 220H492M470 260H492M470 300H492M470 340H492", "#4e565a", 4, 0.7) : "";
  return lying(pen, path(d, blade(pen)) + stroke("M500 160V430", "#ffffff", 5, 0.35) + marks, d, { long: 320, wide: 46 });
}

function fork(pen: Pen): string {
  const tines = [-70, 0, 70].map((dx) => `M${500 + dx * 0.9} 130Q${500 + dx * 1.12} 250 ${500 + dx} 340`).join("");
  const yoke = "M430 340Q436 400 500 404Q564 400 570 340M500 400V506";
  const outline = "M420 140H580V380L516 420V506H484V420L420 380Z";
  return lying(pen, stroke(tines + yoke, palettes.steel.shade, 25) + stroke(tines + yoke, palettes.steel.base, 18, 1, 'transform="translate(-2 -2)"') + stroke(tines + yoke, palettes.steel.light, 6, 0.9, 'transform="translate(-5 -3)"'), outline.replace("M420 140H580V380", "M424 340V150H436V340M494 340V140H506V340M564 340V150H576V380"), { long: 320, wide: 46 });
}

function dibber(pen: Pen): string {
  const shaft = lathe(500, [[20, 260], [46, 300], [50, 480], [60, 520], [8, 780]], 0.1);
  const grip = `M360 236Q360 200 396 200H604Q640 200 640 236Q640 272 604 272H396Q360 272 360 236Z`;
  const point = lathe(500, [[38, 620], [6, 786], [2, 796]], 0.1);
  return group(castShadow(`${shaft.outline}${grip}`, 18, 14, 14) + paintForm(pen, shaft) + paintForm(pen, point, palettes.steel) + path(grip, linear(pen, [0, 200], [0, 272], [[0, pen.tone.light], [0.4, pen.tone.base], [1, pen.tone.shade]])) + grain(pen, grip, [360, 200, 280, 72], 0) + [400, 450, 500, 550, 590].map((y) => stroke(`M456 ${y}H480`, darken(pen.tone.shade, 0.4), 4, 0.7)).join(""), 'transform="rotate(-34 500 500)"');
}

function secateurs(pen: Pen): string {
  const handle = (s: number) => `M${500 + s * 6} 470C${500 + s * 60} 560 ${500 + s * 108} 640 ${500 + s * 92} 800Q${500 + s * 86} 838 ${500 + s * 56} 828C${500 + s * 50} 700 ${500 + s * 20} 600 ${500 - s * 30} 500Z`;
  const cutter = "M470 470C440 380 452 260 520 150C560 220 566 340 540 470Z";
  const hook = "M520 490C560 420 604 330 590 236C560 262 556 330 520 400L486 460Z";
  const grip = (s: number) => path(handle(s), linear(pen, [500 + s * 20, 500], [500 + s * 110, 560], [[0, mix(pen.tone.base, pen.tone.light, 0.4)], [0.5, pen.tone.base], [1, pen.tone.shade]])) + stroke(`M${500 + s * 24} 520C${500 + s * 64} 600 ${500 + s * 88} 680 ${500 + s * 80} 796`, pen.tone.light, 6, 0.5);
  return group(
    castShadow(handle(-1) + handle(1) + cutter + hook, 20, 14, 14) + grip(1) + path(hook, blade(pen, palettes.iron)) + grip(-1) + path(cutter, blade(pen)) + stroke("M520 156C470 250 458 370 476 466", "#ffffff", 4, 0.6) +
      stroke("M462 596q36 -20 60 0t-50 22t50 22t-46 20", "#7c8285", 8) + ellipse(500, 482, 32, 32, palettes.steel.shade) + ellipse(497, 479, 27, 27, palettes.steel.base) + ellipse(500, 482, 12, 12, palettes.brass.base) + stroke("M430 808Q500 850 560 806", palettes.tan.base, 15),
    'transform="rotate(38 500 500)"',
  );
}

/** Spade (0), fork (1) or rake (2), leaning on the wall. */
function longTool(pen: Pen): string {
  const head = pen.size("head", 0);
  const [tip, knee]: [Point, Point] = [[620, 60], [470, 600]];
  const shadow = castShadow(`M${tip[0]} ${tip[1]}L${knee[0]} ${knee[1]}L${knee[0] - 80} 840H${knee[0] + 60}Z`, 46, 10, 16, 0.5);
  const d = head === 0 ? "M-84 0H84L90 30V200Q60 262 0 282Q-60 262 -90 200V30Z" : "";
  const metal = head === 0
    ? path(d, linear(pen, [-90, 0], [90, 0], [[0, palettes.steel.base], [0.3, palettes.steel.light], [0.5, palettes.steel.base], [1, palettes.steel.shade]])) + path("M-84 0H84V14H-84Z", palettes.steel.shade) + stroke("M0 20V240", "#ffffff", 6, 0.3)
    : head === 1
      ? stroke("M-84 20Q-84 0 -60 0H60Q84 0 84 20M-84 16V250M-28 4V262M28 4V262M84 16V250", palettes.steel.shade, 21) + stroke("M-84 20Q-84 0 -60 0H60Q84 0 84 20M-84 16V250M-28 4V262M28 4V262M84 16V250", palettes.steel.light, 7, 0.9, 'transform="translate(-4 -2)"')
      : stroke(`M-150 60H150${Array.from({ length: 12 }, (_, i) => `M${-150 + i * 27.2} 60v76`).join("")}M0 0V60`, palettes.steel.shade, 16) + stroke(`M-150 60H150${Array.from({ length: 12 }, (_, i) => `M${-150 + i * 27.2} 60v76`).join("")}`, palettes.steel.light, 5, 0.9, 'transform="translate(-3 -3)"');
  return (
    standingShadow(pen, 430, 852, 120, 16, 0.8) + shadow + rod(pen, tip, knee, 27, 30) + (head === 2 ? "" : rod(pen, [tip[0] - 74, tip[1] - 22], [tip[0] + 74, tip[1] + 20], 31, 31)) + rod(pen, [knee[0] + 22, knee[1] - 84], [knee[0] - 8, knee[1] + 20], 38, 44, palettes.steel, "flat") +
    group(metal, `transform="translate(${knee[0] - 10} ${knee[1] + 20}) rotate(14) scale(.92)"`)
  );
}

function gloves(pen: Pen): string {
  const one = "M420 760V560C400 470 396 380 404 250Q408 222 428 224Q448 226 450 256L456 400L462 214Q464 186 486 186Q508 186 510 214L512 398L524 226Q528 200 548 202Q568 206 566 232L560 410L582 276Q588 252 606 256Q624 262 620 288C612 370 606 450 600 520C626 480 650 452 672 456Q696 464 686 494C664 550 632 600 600 640V760Z";
  const hand = (tone: Palette, where: string) => {
    const held = pen.with(tone);
    const cuff = "M410 690H610V800Q510 820 410 800Z";
    return group(castShadow(`${one}${cuff}`, 16, 18, 14) + path(one, linear(held, [400, 200], [680, 760], [[0, mix(tone.base, tone.light, 0.6)], [0.5, tone.base], [1, mix(tone.base, tone.shade, 0.6)]])) + stroke("M456 400L462 470M512 398L514 466M560 410L554 470M440 560Q500 590 590 560", tone.shade, 4, 0.6) + stroke("M428 300V520M486 250V480M546 260L540 480", tone.light, 6, 0.4) + path(cuff, tone.accent) + stroke("M416 706H604M416 788Q510 806 604 788", lighten(tone.accent, 0.5), 3, 0.8, 'stroke-dasharray="9 7"'), where);
  };
  return hand(pen.tone, 'transform="translate(130 20) rotate(14 500 500)"') + hand(pen.tone, 'transform="translate(-110 10) rotate(-12 500 500)"');
}

/** Seeds and fruit for packets: tomato, carrot, cosmos, bean, lettuce, beetroot, basil. */
function crop(pen: Pen, type: number): string {
  const stalk = (x: number, y: number, turns: number[], long: number, wide: number) => turns.map((turn, i) => leaf(x, y, long, turn, greens[i % 4] ?? "#5f7d4c", wide)).join("");
  const ball = (x: number, y: number, r: number, colour: string) => ellipse(x, y, r, r * 0.92, linear(pen, [x - r, y - r], [x + r, y + r], [[0, lighten(colour, 0.35)], [0.4, colour], [1, darken(colour, 0.35)]])) + ellipse(x - r * 0.35, y - r * 0.35, r * 0.2, r * 0.14, "#ffffff", 'opacity=".6"');
  if (type === 1) return [[-60, -12], [10, 4], [72, 18]].map(([dx = 0, turn = 0]) => group(stalk(0, 0, [-120, -100, -82, -64], 120, 0.12) + path("M-34 0C-36 70 -14 160 0 200C14 160 36 70 34 0C20 -16 -20 -16 -34 0Z", linear(pen, [-34, 0], [34, 0], [[0, "#ef9a4c"], [0.5, "#dd7b32"], [1, "#a9551c"]])) + stroke("M-24 40h22M8 76h18M-16 112h18", "#a9551c", 3, 0.7), `transform="translate(${500 + dx} 560) rotate(${turn})"`)).join("");
  if (type === 2) return [[430, 560, 1, "#d98aa0"], [566, 500, 0.85, "#f3e7e0"], [540, 660, 0.7, "#b5597a"]].map(([x, y, s, colour]) => stroke(`M${x} ${y}Q${Number(x) + 10} 700 500 760`, "#5f7d4c", 5) + group(Array.from({ length: 8 }, (_, i) => leaf(0, 0, 84, i * 45, String(colour), 0.34)).join("") + ellipse(0, 0, 22, 22, "#dba63f") + dots([[-6, -5], [6, 4], [0, 8], [5, -8]], "#8a5a17", 5, 0.8), `transform="translate(${x} ${y}) scale(${s})"`)).join("");
  if (type === 3) return stalk(500, 470, [-150, -30, 160, 20], 110, 0.42) + [[440, 500, 8], [500, 510, -4], [556, 496, -14]].map(([x = 0, y = 0, turn = 0]) => group(path("M-18 0C-34 80 -30 170 6 226C26 170 26 80 18 0Z", linear(pen, [-20, 0], [24, 0], [[0, "#9db86a"], [1, "#4f6f36"]])) + stroke("M-8 40q8 10 2 24M-8 90q10 10 4 26M-4 140q8 10 4 24", "#cfe0a4", 4, 0.6), `transform="translate(${x} ${y}) rotate(${turn})"`)).join("");
  if (type === 4) return Array.from({ length: 26 }, (_, i) => leaf(500 + Math.cos(i * 2.4) * 14, 610 + Math.sin(i * 2.4) * 12, 150 - i * 4, i * 138, i % 2 ? "#8fb062" : "#a8c47a", 0.44)).join("") + ellipse(500, 610, 26, 24, "#cfe0a0");
  if (type === 5) return [[440, 610, 66], [560, 640, 56]].map(([x = 0, y = 0, r = 0]) => stroke(`M${x} ${y - r * 0.8}q-10 -60 -24 -96M${x} ${y - r * 0.8}q4 -70 6 -110M${x} ${y - r * 0.8}q16 -60 34 -90`, "#9b3450", 8) + leaf(x - 22, y - r - 40, 90, -112, greens[0] ?? "", 0.36) + leaf(x + 6, y - r - 50, 96, -88, greens[1] ?? "", 0.36) + leaf(x + 30, y - r - 40, 88, -60, greens[2] ?? "", 0.36) + ball(x, y, r, "#7d2340") + stroke(`M${x} ${y + r * 0.9}q6 40 -4 70`, "#7d2340", 6)).join("");
  if (type === 6) return stroke("M500 770C496 680 504 560 500 460", "#5f7d4c", 8) + [720, 640, 570, 510].map((y, i) => leaf(500, y, 150 - i * 22, -24 - i * 6, greens[i] ?? "", 0.36) + leaf(500, y, 150 - i * 22, -156 + i * 6, greens[(i + 1) % 4] ?? "", 0.36)).join("") + leaf(500, 470, 80, -90, greens[1] ?? "", 0.4);
  return ball(436, 580, 72, "#c8452f") + ball(566, 560, 64, "#d4572f") + ball(510, 674, 70, "#bf3a2b") + [[436, 514], [566, 502], [510, 610]].map(([x = 0, y = 0]) => stalk(x, y, [-170, -20, -130, 20, 160], 44, 0.2)).join("") + stroke("M436 514Q470 440 510 420M566 502Q540 440 510 420M510 610Q520 480 510 420", "#5f7d4c", 7);
}

function seedPacket(pen: Pen): string {
  const type = pen.size("crop", 0);
  const [x, y, w, h] = [310, 190, 380, 640];
  const d = roundRect(x, y, w, h, 5);
  const { base, light, accent, shade } = pen.tone;
  const face = linear(pen, [x, y], [x + w, y + h], [[0, mix(base, light, 0.6)], [0.5, base], [1, mix(base, shade, 0.25)]]);
  const window = `M${x + 34} 400Q${x + 34} 370 ${x + 64} 370H${x + w - 64}Q${x + w - 34} 370 ${x + w - 34} 400V800H${x + 34}Z`;
  const title = path(roundRect(x + 54, 250, w - 108, 64, 6), accent) + stroke(`M${x + 92} 282H${x + w - 92}`, light, 13) + stroke(`M${x + 130} 340H${x + w - 130}`, accent, 6, 0.8);
  const loose = dots(Array.from({ length: 9 }, (): Point => [730 + pen.random() * 120, 700 + pen.random() * 130]), darken(accent, 0.35), 13, 0.9);
  const scattered = dots(Array.from({ length: 6 }, (): Point => [150 + pen.random() * 110, 250 + pen.random() * 120]), darken(accent, 0.35), 11, 0.85);
  return (
    group(castShadow(d, 16, 22, 18) + path(d, face) + path(`M${x} ${y}h${w}v40h-${w}z`, "#20160f", 'opacity=".07"') + stroke(`M${x + 6} ${y + 40}H${x + w - 6}`, shade, 3, 0.4) + title + path(window, mix("#f7f1e2", light, 0.2)) + clipped(pen, window, crop(pen, type)) + stroke(window, accent, 4, 0.7) +
      path(d, linear(pen, [x, 0], [x + w, 0], [[0, "#ffffff", 0.25], [0.06, "#ffffff", 0], [0.9, "#20160f", 0], [1, "#20160f", 0.16]])), `transform="rotate(${pen.size("angle", -9)} 500 500)"`) + loose + scattered
  );
}

function birdFeeder(pen: Pen): string {
  const [r, top, base] = [pen.size("width", 110), 330, 720];
  const style = pen.size("style", 0);
  const hook = "M500 -200V70C500 120 470 120 470 96";
  const cord = stroke(`M500 100V210M500 205L${500 - r * 0.8} ${top - 30}M500 205L${500 + r * 0.8} ${top - 30}`, "#6f675b", 6);
  const roof = lathe(500, [[16, top - 120], [30, top - 104], [r * 1.45, top - 20], [r * 1.5, top]], 0.16);
  const tray = lathe(500, [[r * 1.35, base], [r * 1.32, base + 26], [r * 1.2, base + 34]], 0.18);
  const top2 = stroke(hook, "#4b4640", 11) + cord;
  if (style === 1) {
    const nuts = Array.from({ length: 9 }, (_, i) => [500 + [0, -60, 60, -30, 40, 0, -66, 64, 4][i]!, top + 50 + i * 36] as const).map(([x, y]) => ellipse(x, y, 40, 38, "#c9a46a") + ellipse(x - 8, y - 8, 22, 20, "#dfc28f") + dots(Array.from({ length: 8 }, (): Point => [x + (pen.random() - 0.5) * 56, y + (pen.random() - 0.5) * 50]), "#5b4526", 7, 0.8)).join("");
    const mesh = Array.from({ length: 12 }, (_, i) => `M${500 - r} ${top + i * 34}h${r * 2}`).join("") + Array.from({ length: 8 }, (_, i) => `M${500 - r + i * (r * 2 / 7)} ${top}V${base}`).join("");
    return castShadow(`M${500 - r} ${top}h${r * 2}v${base - top}h${-r * 2}z`, 60, 40, 24, 0.5) + top2 + nuts + stroke(mesh, palettes.zinc.shade, 6) + stroke(mesh, palettes.zinc.light, 2.4, 0.9, 'transform="translate(-1 -1)"') + paintForm(pen, roof) + paintForm(pen, tray);
  }
  const glass = lathe(500, [[r, top - 6], [r, base + 4]], 0.18);
  const seeds = lathe(500, [[r - 6, top + 60], [r - 6, base]], 0.18);
  const grainOf = speckle(pen.with({ ...pen.tone, accent: "#4b3a22" }), 260, (u, v) => seeds.at((u - 0.5) * 1.96, top + 64 + v * (base - top - 70))) + speckle(pen.with({ ...pen.tone, accent: "#f0dcae" }), 160, (u, v) => seeds.at((u - 0.5) * 1.96, top + 64 + v * (base - top - 70)));
  const perch = (y: number) => rod(pen, [500 - r * 1.75, y], [500 - r * 0.9, y], 14, 14, palettes.beech) + rod(pen, [500 + r * 0.9, y], [500 + r * 1.75, y], 14, 14, palettes.beech) + ellipse(500 - r * 0.6, y - 34, 15, 19, "#3a2c1d") + ellipse(500 + r * 0.62, y - 34, 15, 19, "#3a2c1d");
  return castShadow(glass.outline, 60, 40, 24, 0.5) + top2 + paintForm(pen, seeds, { ...palettes.kraft, base: "#b28c55", finish: "matte" }) + grainOf + paintGlass(pen, glass, palettes.clear, false) + perch(base - 70) + perch(base - 220) + paintForm(pen, roof) + hoop(roof, top - 2, pen.tone.light, 4, 0.5) + paintForm(pen, tray);
}

function birdHouse(pen: Pen): string {
  const see = camera([330, 830], 26, 12, 1);
  const [w, d, h, ridge] = [290, 230, 400, 560];
  const tone = pen.tone;
  const front = [see([0, 0, 0]), see([w, 0, 0]), see([w, 0, h]), see([w / 2, 0, ridge]), see([0, 0, h])];
  const wall = polygon(front);
  const hole = see([w / 2, -2, 300]);
  const perch = see([w / 2, -4, 210]);
  const eave = 44;
  const slope = (x1: number, x2: number, z1: number, z2: number) => [see([x1, -eave, z1]), see([x2, -eave, z2]), see([x2, d + 20, z2]), see([x1, d + 20, z1])];
  const drop = ((ridge - h) / (w / 2)) * eave;
  const roofTone = [palettes.walnut, palettes.zinc, palettes["enamel-green"]][pen.size("roof", 0)] ?? palettes.walnut;
  const [ra, rb] = [see([w / 2, -eave, ridge + 18]), see([w + eave, -eave, h - drop + 18])];
  const post = pen.size("post", 0) ? rod(pen, [see([w / 2, d / 2, 0])[0], see([w / 2, d / 2, 0])[1]], [see([w / 2, d / 2, 0])[0], 1100], 44, 44, palettes.oak) : standingShadow(pen, 530, 836, 190, 36);
  return (
    post + panel(pen, [see([w, 0, 0]), see([w, d, 0]), see([w, d, h]), see([w, 0, h])], mix(tone.base, tone.shade, 0.6), tone, false) + path(wall, linear(pen, [330, 300], [620, 830], [[0, mix(tone.base, tone.light, 0.6)], [1, tone.base]])) + (tone.finish === "wood" ? grain(pen, wall, [300, 250, 320, 600], 90) : "") +
    [0.25, 0.5, 0.75].map((t) => stroke(`M${p(...see([w * t, -1, 0]))}L${p(...see([w * t, -1, t === 0.5 ? ridge : (h + ridge) / 2]))}`, tone.shade, 3, 0.4)).join("") + ellipse(hole[0], hole[1], 40, 42, darken(tone.shade, 0.5)) + stroke(ring(hole[0], hole[1], 42, 44), palettes.brass.base, 8) + ellipse(hole[0] + 6, hole[1] + 8, 32, 32, "#120d09") +
    rod(pen, perch, [perch[0] - 14, perch[1] + 34], 18, 18, palettes.beech) + path(polygon(front.slice(2)), linear(pen, [0, see([0, 0, ridge])[1]], [0, see([0, 0, h - 60])[1]], [[0, "#20160f", 0.4], [1, "#20160f", 0]])) +
    panel(pen, slope(-eave, w / 2, h - drop + 18, ridge + 18), mix(roofTone.base, roofTone.light, 0.45), roofTone, false) + panel(pen, slope(w / 2, w + eave, ridge + 18, h - drop + 18), mix(roofTone.base, roofTone.shade, 0.35), roofTone, false) + stroke(`M${p(...see([-eave, -eave, h - drop + 10]))}L${p(...ra)}L${p(...rb)}`, roofTone.shade, 13) + stroke(`M${p(...see([-eave, -eave, h - drop + 13]))}L${p(ra[0], ra[1] - 3)}L${p(rb[0], rb[1] - 3)}`, roofTone.light, 4, 0.7)
  );
}

function trug(pen: Pen): string {
  const see = camera([250, 800], 24, 22, 1);
  const [w, d, h] = [520, 300, 120];
  const end = (x: number) => box(pen, see, [x, 0, 30], [14, d, h + 40]);
  const side = (y: number, lit: number) => [0, 1].map((i) => {
    const z = 36 + i * 66;
    const points = [see([0, y, z]), see([w, y, z]), see([w, y, z + 56]), see([0, y, z + 56])];
    return panel(pen, points, mix(pen.tone.base, lit > 0 ? pen.tone.light : pen.tone.shade, Math.abs(lit)), pen.tone);
  }).join("");
  const [a, b] = [see([w / 2 - 20, 0, 170]), see([w / 2 - 20, d, 170])];
  const bow = `M${p(...a)}C${p(a[0] - 30, a[1] - 330)} ${p(b[0] + 10, b[1] - 300)} ${p(...b)}`;
  const veg = pen.size("full", 1) ? leaf(560, 590, 150, -130, greens[0] ?? "", 0.4) + leaf(610, 590, 140, -70, greens[1] ?? "", 0.4) + leaf(650, 600, 150, -34, greens[2] ?? "", 0.4) + leaf(470, 640, 130, -150, greens[3] ?? "", 0.36) + ellipse(470, 640, 54, 46, "#a24a3a") + ellipse(456, 626, 18, 14, "#d98672") + ellipse(560, 660, 58, 48, "#c97a35") + ellipse(544, 644, 20, 14, "#eab275") + ellipse(660, 630, 50, 42, "#7d2340") + ellipse(648, 616, 16, 12, "#b0607a") : "";
  return standingShadow(pen, 560, 740, 300, 70, 0.8) + box(pen, see, [10, 10, 24], [w - 20, d - 20, 10]) + side(d, -0.3) + end(0) + end(w - 14) + veg + side(-2, 0.25) + tube(bow, 26, pen.tone) + [0.04, 0.96].map((t) => { const q = see([w * t, -4, 130]); return ellipse(q[0], q[1], 6, 6, palettes.brass.shade) + ellipse(q[0], q[1] + 62, 6, 6, palettes.brass.shade); }).join("");
}

/** A hose or rope, coiled on the ground. */
function coil(pen: Pen): string {
  let markup = standingShadow(pen, 500, 700, 300, 120);
  for (let i = 0; i < 5; i++) markup += tube(ring(500 + (i % 2) * 6, 720 - i * 30, 270 - i * 5, 112 - i * 2), 34, pen.tone);
  const end: Point[] = [[768, 600], [820, 660], [800, 740], [860, 790]];
  const brass = lathe(0, [[15, -60], [18, -10], [27, 0], [27, 26], [22, 34]], 0.2);
  return markup + tube(curve(end), 32, pen.tone) + group(paintForm(pen, brass, palettes.brass), 'transform="translate(876 812) rotate(-50)"');
}

export const garden = {
  planter: { stage: "table", frame: [500, 530, 860], focus: [500, 560, 380], draw: planter },
  "watering-can": { stage: "table", frame: [480, 590, 1020], focus: [600, 560, 400], draw: wateringCan },
  trowel: { stage: "flat", frame: [500, 500, 860], focus: [420, 400, 360], draw: trowel },
  "hand-fork": { stage: "flat", frame: [500, 500, 860], focus: [420, 400, 360], draw: fork },
  dibber: { stage: "flat", frame: [500, 500, 860], focus: [440, 420, 360], draw: dibber },
  secateurs: { stage: "flat", frame: [500, 500, 880], focus: [560, 420, 380], draw: secateurs },
  "long-tool": { stage: "table", frame: [510, 460, 980], focus: [460, 700, 420], draw: longTool },
  gloves: { stage: "flat", frame: [510, 510, 880], focus: [420, 600, 380], draw: gloves },
  "seed-packet": { stage: "flat", frame: [500, 510, 820], focus: [490, 600, 380], draw: seedPacket },
  "bird-feeder": { stage: "wall", frame: [510, 480, 860], focus: [500, 620, 400], draw: birdFeeder },
  "bird-house": { stage: "table", frame: [520, 560, 860], focus: [480, 520, 380], draw: birdHouse },
  trug: { stage: "table", frame: [560, 590, 820], focus: [480, 660, 380], draw: trug },
  coil: { stage: "table", frame: [540, 660, 860], focus: [680, 650, 400], draw: coil },
} satisfies Record<string, Sketch>;
