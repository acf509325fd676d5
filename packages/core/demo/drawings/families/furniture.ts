import { darken, mix } from "../colour.ts";
import { lathe, paintForm } from "../lathe.ts";
import { type Palette, palettes } from "../palettes.ts";
import { clipped, ellipse, group, linear, n, p, path, type Pen, type Point, polygon, ring, roundRect, stroke } from "../pen.ts";
import { castShadow, standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { box, type Camera, camera, type Corner, rod, tube } from "../solids.ts";
import { grain, weave, wicker } from "../texture.ts";

/** A turned leg between two places in the room. */
const leg = (pen: Pen, see: Camera, from: Corner, to: Corner, thick: number, taper = thick, tone: Palette = pen.tone) => rod(pen, see(from), see(to), thick, taper, tone);

/** The dark that a piece throws on the floor below it. */
function floorShadow(see: Camera, w: number, d: number): string {
  const outline = polygon([see([0, 0, 0]), see([w, 0, 0]), see([w + 60, d, 0]), see([60, d, 0])]);
  return castShadow(outline, 24, 4, 34, 0.75) + castShadow(outline, 6, 2, 12, 0.3);
}

/** A round top of some thickness. */
function disc(pen: Pen, x: number, y: number, r: number, thick: number, tilt: number, tone: Palette = pen.tone): string {
  const form = lathe(x, [[r, y], [r, y + thick]], tilt);
  const face = ring(x, y, r, r * tilt);
  return (
    paintForm(pen, form, tone) + path(face, linear(pen, [x - r, y - r * tilt], [x + r, y + r * tilt], [[0, mix(tone.base, tone.light, 0.95)], [0.6, mix(tone.base, tone.light, 0.4)], [1, tone.base]])) +
    (tone.finish === "wood" ? grain(pen.with(tone), face, [x - r, y - r * tilt, r * 2, r * tilt * 2], -6, 1.2) : "") + stroke(`M${p(x - r, y)}A${n(r)} ${n(r * tilt)} 0 0 0 ${p(x + r, y)}`, tone.light, 3, 0.6)
  );
}

function chair(pen: Pen): string {
  const see = camera([300, 850], 27, 17, 0.76);
  const [w, d, seat, back] = [430, 420, pen.size("seat", 450), pen.size("back", 860)];
  const style = pen.size("style", 0);
  const post = (x: number) => leg(pen, see, [x, d - 20, 0], [x, d + 46, back], 27, 23);
  const front = (x: number) => leg(pen, see, [x, 24, 0], [x, 24, seat], 23, 31);
  const rail = (z: number, y: number, thick = 18) => leg(pen, see, [26, y, z], [w - 26, y, z], thick);
  const side = (x: number, z: number) => leg(pen, see, [x, 24, z], [x, d - 16, z], 16);
  const slats = style === 0
    ? [0.42, 0.68, 0.94].map((t) => { const z = seat + (back - seat) * t; return box(pen, see, [22, d + 14 + 34 * t, z - 44], [w - 44, 15, 58]); }).join("")
    : Array.from({ length: 6 }, (_, i) => leg(pen, see, [62 + i * 61, d - 6, seat], [54 + i * 64, d + 40, back - 24], 13, 12)).join("") + box(pen, see, [0, d + 28, back - 40], [w, 26, 66]);
  const top = polygon([see([0, 0, seat + 26]), see([w, 0, seat + 26]), see([w, d, seat + 26]), see([0, d, seat + 26])]);
  const woven = pen.size("rush", 0) ? path(top, mix("#c9ae78", pen.tone.light, 0.2)) + wicker(pen, top, 30, 0.9) + stroke(polygon([see([0, 0, seat + 26]), see([w, d, seat + 26])]), "#6d5830", 3, 0.5) + stroke(polygon([see([w, 0, seat + 26]), see([0, d, seat + 26])]), "#6d5830", 3, 0.5) : "";
  return (
    floorShadow(see, w, d) + post(24) + post(w - 24) + rail(170, d - 16) + side(24, 130) + (style === 0 ? rail(seat - 30, d - 10, 24) : "") + slats + rail(210, 24) + side(w - 24, 130) +
    box(pen, see, [0, 0, seat - 4], [w, d, 30]) + woven + front(24) + front(w - 24)
  );
}

function stool(pen: Pen): string {
  const [h, r] = [pen.size("height", 440), pen.size("width", 190)];
  const y = 800 - h;
  const splay = r * 1.02;
  const tilt = 0.28;
  const ends: Point[] = [[500 - splay, 800], [500 + splay, 812], [500 - splay * 0.34, 836 + r * 0.2], [500 + splay * 0.4, 762]];
  const at = (end: Point, t: number): Point => [500 + (end[0] - 500) * (0.52 + 0.48 * t), y + 30 + (end[1] - y - 30) * t];
  const one = (i: number) => rod(pen, at(ends[i] as Point, 0), ends[i] as Point, 30, 22);
  const rung = (a: number, b: number, t: number) => rod(pen, at(ends[a] as Point, t), at(ends[b] as Point, t), 15, 15);
  const three = pen.size("legs", 4) === 3;
  return (
    standingShadow(pen, 505, 818, splay * 0.9, 46, 0.75) + (three ? "" : one(3) + rung(0, 3, 0.6) + rung(3, 1, 0.66)) + one(0) + one(1) + (three ? rung(0, 1, 0.62) : rung(2, 1, 0.66) + rung(0, 2, 0.6)) + one(2) + disc(pen, 500, y, r, pen.size("thick", 34), tilt) +
    (pen.size("paint", 0) ? stroke(`M${p(...at(ends[2] as Point, 0.8))}L${p(...(ends[2] as Point))}`, pen.tone.accent, 26, 0.9) : "")
  );
}

function bench(pen: Pen): string {
  const see = camera([120, 820], 22, 18, 0.74);
  const [w, d, h] = [920, 300, 430];
  const plank = (x: number) => box(pen, see, [x, 24, 0], [36, d - 48, h]);
  const planks = pen.size("slats", 0) ? [0, 1, 2].map((i) => box(pen, see, [0, (2 - i) * 104, h], [w, 90, 32])).join("") : box(pen, see, [0, 0, h], [w, d, 38]);
  return floorShadow(see, w, d) + plank(70) + box(pen, see, [100, d / 2, 130], [w - 190, 30, 60]) + plank(w - 110) + planks;
}

function sideTable(pen: Pen): string {
  if (pen.size("round", 0)) {
    const y = 420;
    const one = (x: number, end: number) => rod(pen, [500 + (x - 500) * 0.6, y + 30], [x, end], 34, 20);
    return standingShadow(pen, 505, 826, 200, 44, 0.75) + one(570, 776) + one(310, 812) + one(676, 836) + (pen.size("shelf", 0) ? disc(pen, 505, 640, 156, 18, 0.26) : "") + disc(pen, 500, y, pen.size("width", 250), 28, 0.27);
  }
  const see = camera([270, 845], 28, 20, 0.8);
  const [w, d, h] = [pen.size("width", 440), 400, 520];
  const legs = (y: number) => [8, w - 44].map((x) => box(pen, see, [x, y, 0], [36, 36, h])).join("");
  const front: Point[] = [see([50, 0, h - 118]), see([w - 50, 0, h - 118]), see([w - 50, 0, h - 14]), see([50, 0, h - 14])];
  const pull = see([w / 2, -8, h - 66]);
  return (
    floorShadow(see, w, d) + legs(d - 44) + (pen.size("shelf", 0) ? box(pen, see, [16, 16, 120], [w - 32, d - 32, 20]) : "") + legs(8) + box(pen, see, [8, 8, h - 130], [w - 16, d - 16, 130]) +
    (pen.size("drawer", 1) ? stroke(polygon(front), darken(pen.tone.shade, 0.2), 4, 0.6) + ellipse(pull[0] + 4, pull[1] + 6, 15, 14, "#20160f", 'opacity=".3"') + ellipse(pull[0], pull[1], 14, 14, palettes.brass.base) + ellipse(pull[0] - 4, pull[1] - 4, 6, 6, palettes.brass.light) : "") + box(pen, see, [-20, -20, h], [w + 40, d + 40, 28])
  );
}

/** Books, a pot and a bowl, for shelves that would look bare. */
function ornaments(pen: Pen, see: Camera, x: number, z: number, set: number): string {
  const books = ["#8a4b3c", "#d8c9a8", "#4d6158", "#2f3f55", "#c59a4b"];
  if (set === 0) return books.map((colour, i) => box(pen, see, [x + i * 34, 40, z], [30, 120, 150 - ((i * 37) % 45)], { ...palettes.cream, base: colour, shade: darken(colour, 0.4), light: mix(colour, "#ffffff", 0.3) })).join("");
  const [cx, cy] = see([x + 60, 80, z]);
  const form = set === 1 ? lathe(cx, [[26, cy - 120], [20, cy - 100], [48, cy - 50], [34, cy]], 0.2) : lathe(cx, [[72, cy - 56], [60, cy - 20], [34, cy]], 0.26);
  return ellipse(cx + 8, cy + 4, 50, 11, "#20160f", 'opacity=".3"') + paintForm(pen, form, set === 1 ? palettes.celadon : palettes.rust) + ellipse(cx, form.top, form.radius(form.top), form.radius(form.top) * form.tilt, set === 1 ? palettes.celadon.shade : palettes.rust.shade);
}

function shelf(pen: Pen): string {
  if (pen.size("tall", 0)) {
    const see = camera([270, 880], 24, 12, 0.78);
    const [w, d, h] = [460, 240, 900];
    const boards = [30, 320, 600, 880];
    const set = boards.slice(0, 3).map((z, i) => box(pen, see, [24, 0, z], [w - 48, d, 24]) + ornaments(pen, see, 60 + i * 70, z + 24, i));
    const back = polygon([see([0, d, 0]), see([w, d, 0]), see([w, d, h]), see([0, d, h])]);
    return floorShadow(see, w, d) + path(back, mix(pen.tone.ground, pen.tone.shade, 0.25), 'opacity=".35"') + box(pen, see, [0, 0, 0], [26, d, h]) + set.join("") + box(pen, see, [w - 26, 0, 0], [26, d, h]) + box(pen, see, [-12, -8, h], [w + 24, d + 16, 26]);
  }
  const see = camera([170, 600], 12, 14, 0.9);
  const [w, d] = [680, 190];
  const bracket = (x: number) => tube(`M${p(...see([x, 30, -4]))}L${p(...see([x, d, -6]))}L${p(...see([x, d, -150]))}M${p(...see([x, 46, -4]))}Q${p(...see([x, d - 20, -30]))} ${p(...see([x, d, -140]))}`, 13, pen.size("brass", 0) ? palettes.brass : palettes.iron);
  const whole = polygon([see([0, 0, 0]), see([w, 0, 0]), see([w, d, 28]), see([0, d, 28])]);
  return castShadow(whole, 20, 70, 34, 0.8) + bracket(120) + bracket(w - 120) + box(pen, see, [0, 0, 0], [w, d, 28]) + (pen.size("bare", 0) ? "" : ornaments(pen, see, 90, 28, 0) + ornaments(pen, see, 350, 28, 1) + ornaments(pen, see, 500, 28, 2));
}

function pegRail(pen: Pen): string {
  const count = pen.size("pegs", 5);
  const board = roundRect(110, 420, 780, 110, 12);
  const face = linear(pen, [0, 420], [0, 530], [[0, mix(pen.tone.base, pen.tone.light, 0.7)], [0.5, pen.tone.base], [1, mix(pen.tone.base, pen.tone.shade, 0.4)]]);
  const pegs = Array.from({ length: count }, (_, i) => {
    const x = 110 + (780 * (i + 0.5)) / count;
    return castShadow(`M${x - 10} 470h20v60h-20z`, 14, 18, 10, 0.8) + rod(pen, [x, 472], [x + 3, 520], 22, 26) + ellipse(x + 3, 520, 27, 24, mix(pen.tone.base, pen.tone.shade, 0.35)) + ellipse(x + 2, 517, 25, 22, mix(pen.tone.base, pen.tone.light, 0.4)) + ellipse(x - 4, 510, 11, 9, pen.tone.light, 'opacity=".8"');
  });
  const screws = [150, 850].map((x) => ellipse(x, 446, 7, 7, palettes.brass.shade) + ellipse(x - 1, 445, 5, 5, palettes.brass.light)).join("");
  const scarf = pen.size("hung", 1) ? hungScarf(pen, 110 + (780 * 1.5) / count) : "";
  return castShadow(board, 14, 20, 18) + path(board, face) + grain(pen, board, [110, 420, 780, 110], 0, 1.2) + stroke("M122 424H878", pen.tone.light, 3, 0.6) + screws + pegs.join("") + scarf;
}

function hungScarf(pen: Pen, x: number): string {
  const tone = palettes.madder;
  const tail = (dx: number, long: number) => `M${x + dx - 8} 506C${x + dx - 44} 600 ${x + dx - 40} 700 ${x + dx - 44} ${506 + long}H${x + dx + 30}C${x + dx + 34} 700 ${x + dx + 34} 600 ${x + dx + 22} 506Z`;
  const [a, b] = [tail(34, 250), tail(-8, 330)];
  const paint = (d: string, shade: number) => castShadow(d, 14, 14, 12, 0.7) + path(d, linear(pen, [x - 60, 0], [x + 70, 0], [[0, mix(tone.base, tone.light, 0.4)], [0.4, tone.base], [1, mix(tone.base, tone.shade, 0.5 + shade)]])) + weave(pen, d, 8) + clipped(pen, d, stroke(`M${x - 90} 720H${x + 120}M${x - 90} 742H${x + 120}`, tone.accent, 8, 0.7));
  return paint(a, 0.3) + paint(b, 0) + ellipse(x + 3, 512, 25, 22, mix(pen.tone.base, pen.tone.light, 0.4));
}

function mirror(pen: Pen): string {
  const r = pen.size("width", 270);
  const [x, y] = [500, 520];
  const strap = `M500 150L${n(x - r * 0.72)} ${n(y - r * 0.72)}M500 150L${n(x + r * 0.72)} ${n(y - r * 0.72)}`;
  const frame = linear(pen, [x - r, y - r], [x + r, y + r], [[0, pen.tone.light], [0.4, pen.tone.base], [1, pen.tone.shade]]);
  const glassFill = linear(pen, [x - r, y - r], [x + r, y + r], [[0, "#eef2f0"], [0.35, "#cfd9d9"], [0.36, "#dfe7e6"], [0.5, "#c6d1d2"], [1, "#a9b8bb"]]);
  return (
    castShadow(ring(x, y, r, r), 24, 28, 26) + (pen.size("strap", 1) ? stroke(strap, "#20160f", 18, 0.15, 'transform="translate(8 12)"') + tube(strap, 18, palettes.tan) : "") + path(ring(x, y, r, r), frame) + clipped(pen, ring(x, y, r, r), stroke(ring(x, y, r - 14, r - 14), pen.tone.accent, 2, 0.35)) +
    path(ring(x, y, r - 34, r - 34), glassFill) + stroke(ring(x, y, r - 34, r - 34), darken(pen.tone.shade, 0.2), 5, 0.5) + clipped(pen, ring(x, y, r - 36, r - 36), path(`M${x - 320} ${y + 120}L${x + 60} ${y - 320}L${x + 140} ${y - 320}L${x - 250} ${y + 210}Z`, "#ffffff", 'opacity=".4"') + path(`M${x - 190} ${y + 260}L${x + 230} ${y - 230}L${x + 256} ${y - 214}L${x - 160} ${y + 280}Z`, "#ffffff", 'opacity=".28"')) +
    (pen.size("strap", 1) ? ellipse(500, 150, 20, 20, palettes.brass.shade) + ellipse(496, 146, 15, 15, palettes.brass.light) : "")
  );
}

function clock(pen: Pen): string {
  const r = pen.size("width", 280);
  const [x, y] = [500, 500];
  const at = (turn: number, d: number): Point => [x + Math.sin((turn * Math.PI) / 6) * d, y - Math.cos((turn * Math.PI) / 6) * d];
  const ticks = Array.from({ length: 60 }, (_, i) => (i % 5 ? `M${p(...at(i / 5, r - 50))}L${p(...at(i / 5, r - 60))}` : "")).join("");
  const hours = Array.from({ length: 12 }, (_, i) => `M${p(...at(i, r - 50))}L${p(...at(i, r - (i % 3 ? 82 : 98)))}`).join("");
  const face = linear(pen, [x - r, y - r], [x + r, y + r], [[0, "#fbf7ec"], [1, "#e6dfcf"]]);
  const rimFill = linear(pen, [x - r, y - r], [x + r, y + r], [[0, pen.tone.light], [0.45, pen.tone.base], [1, pen.tone.shade]]);
  const hand = (turn: number, long: number, wide: number) => stroke(`M${p(...at(turn + 6, long * 0.16))}L${p(...at(turn, long))}`, "#20160f", wide, 0.2, 'transform="translate(5 8)"') + stroke(`M${p(...at(turn + 6, long * 0.16))}L${p(...at(turn, long))}`, "#2f2b28", wide);
  const [hour, minute] = [pen.size("hour", 10.15), pen.size("minute", 1.8)];
  return (
    castShadow(ring(x, y, r, r), 26, 30, 26) + path(ring(x, y, r, r), rimFill) + (pen.tone.finish === "wood" ? grain(pen, ring(x, y, r, r), [x - r, y - r, r * 2, r * 2], 20) : "") + stroke(ring(x, y, r - 6, r - 6), pen.tone.light, 4, 0.6) +
    path(ring(x, y, r - 34, r - 34), darken(pen.tone.shade, 0.15)) + path(ring(x + 2, y + 3, r - 38, r - 38), face) + clipped(pen, ring(x, y, r - 36, r - 36), stroke(ring(x - 8, y - 10, r - 28, r - 28), "#20160f", 26, 0.12)) +
    stroke(ticks, "#6a645b", 3, 0.8) + stroke(hours, "#2f2b28", 8) + hand(hour, r * 0.46, 15) + hand(minute, r * 0.68, 10) + stroke(`M${p(...at(pen.size("second", 7) + 6, 46))}L${p(...at(pen.size("second", 7), r * 0.7))}`, "#b0482f", 4) + ellipse(x, y, 15, 15, "#2f2b28") + ellipse(x - 2, y - 2, 7, 7, palettes.brass.base) +
    path(`M${x - r * 0.62} ${y - r * 0.5}Q${x - r * 0.1} ${y - r * 0.92} ${x + r * 0.44} ${y - r * 0.66}Q${x - r * 0.1} ${y - r * 0.7} ${x - r * 0.62} ${y - r * 0.5}Z`, "#ffffff", 'opacity=".5"')
  );
}

function basket(pen: Pen): string {
  const [r, h] = [pen.size("width", 250), pen.size("height", 260)];
  const top = restY - h;
  const form = lathe(500, [[r, top], [r * 1.02, top + h * 0.3], [r * 0.94, top + h * 0.7], [r * 0.84, restY - 8], [r * 0.82, restY]], 0.22);
  const inner = ring(500, top, r - 14, (r - 14) * 0.22);
  const arch = pen.size("arch", 0);
  const bow = `M${p(500 - r * 0.98, top + 10)}C${p(500 - r * 0.9, top - h * 1.25)} ${p(500 + r * 0.9, top - h * 1.25)} ${p(500 + r * 0.98, top + 10)}`;
  const loop = (s: number) => tube(`M${p(500 + s * r * 0.78, top + 30)}C${p(500 + s * r * 1.0, top - 70)} ${p(500 + s * r * 1.25, top - 40)} ${p(500 + s * r * 0.99, top + 50)}`, 15, pen.size("leather", 0) ? palettes.tan : pen.tone);
  const wraps = arch ? Array.from({ length: 13 }, (_, i) => stroke(`M${p(500 - r * 0.3 + i * r * 0.05, top - h * 0.95 + Math.abs(i - 6) * 1.4)}l8 26`, pen.tone.shade, 4, 0.6)).join("") : "";
  return (
    standingShadow(pen, 500, restY + 6, r * 0.92, r * 0.24) + path(form.outline, linear(pen, [500 - r, 0], [500 + r, 0], [[0, mix(pen.tone.base, pen.tone.shade, 0.4)], [0.26, mix(pen.tone.base, pen.tone.light, 0.6)], [0.6, pen.tone.base], [1, pen.tone.shade]])) + wicker(pen, form.outline, pen.size("weave", 48)) +
    path(form.outline, linear(pen, [0, top], [0, restY + 30], [[0, "#20160f", 0], [0.6, "#20160f", 0], [1, "#20160f", 0.32]])) + path(ring(500, top, r, r * 0.22), mix(pen.tone.base, pen.tone.light, 0.3)) + path(inner, linear(pen, [500 - r, top - 40], [500 + r, top + 40], [[0, darken(pen.tone.shade, 0.35)], [1, pen.tone.base]])) + wicker(pen, inner, 26, 0.7) +
    (pen.size("linen", 0) ? lining(pen, top, r) : tube(ring(500, top, r - 4, (r - 4) * 0.22), 17, pen.tone)) + (arch ? tube(bow, 24, pen.tone) + wraps : loop(-1) + loop(1))
  );
}

function lining(pen: Pen, top: number, r: number): string {
  const d = `M${p(500 - r - 4, top)}A${n(r + 4)} ${n(r * 0.22)} 0 0 0 ${p(500 + r + 4, top)}L${p(500 + r, top + 54)}${Array.from({ length: 12 }, (_, i) => `Q${p(500 + r - (i + 0.5) * (r / 6), top + 64 + 56 * Math.sin(((i + 0.5) / 12) * Math.PI))} ${p(500 + r - (i + 1) * (r / 6), top + 46 + 56 * Math.sin(((i + 1) / 12) * Math.PI))}`).join("")}Z`;
  return castShadow(d, 4, 8, 8, 0.6) + path(d, linear(pen, [500 - r, 0], [500 + r, 0], [[0, "#e9e0cd"], [0.3, "#f7f2e6"], [0.7, "#e3d9c4"], [1, "#c9bda5"]])) + weave(pen, d, 7);
}

function notebook(pen: Pen): string {
  const [w, h] = [pen.size("width", 400), pen.size("height", 560)];
  const [x, y] = [500 - w / 2, 500 - h / 2];
  const cover = `M${x} ${y}H${x + w - 14}Q${x + w} ${y} ${x + w} ${y + 14}V${y + h - 14}Q${x + w} ${y + h} ${x + w - 14} ${y + h}H${x}Z`;
  const pages = Array.from({ length: 4 }, (_, i) => `M${x + 4} ${y + h + 4 + i * 4}H${x + w - 6 + i}M${x + w + 3 + i * 2} ${y + 14}V${y + h - 6 + i * 3}`).join("");
  const face = linear(pen, [x, y], [x + w, y + h], [[0, mix(pen.tone.base, pen.tone.light, 0.5)], [0.5, pen.tone.base], [1, mix(pen.tone.base, pen.tone.shade, 0.35)]]);
  const holes = pen.size("stitched", 0) ? Array.from({ length: 9 }, (_, i) => `M${x + 16} ${y + 34 + (i * (h - 68)) / 9}v${(h - 68) / 18}`).join("") : "";
  const band = pen.size("elastic", 0) ? path(`M${x + w - 58} ${y - 4}h16v${h + 24}h-16z`, pen.tone.accent) + path(`M${x + w - 58} ${y - 4}h5v${h + 24}h-5z`, "#ffffff", 'opacity=".25"') : "";
  const label = `M${x + 90} ${y + 96}H${x + w - 90}V${y + 216}H${x + 90}Z`;
  const pencil = pen.size("pencil", 0) ? castShadow(`M${x + w + 60} ${y + 40}h24v430h-24z`, 8, 12, 8) + rod(pen, [x + w + 72, y + 80], [x + w + 72, y + 480], 26, 26, palettes["enamel-green"], "flat") + path(`M${x + w + 59} ${y + 80}L${x + w + 72} ${y + 24}L${x + w + 85} ${y + 80}Z`, palettes.ash.base) + path(`M${x + w + 68} ${y + 42}L${x + w + 72} ${y + 24}L${x + w + 76} ${y + 42}Z`, "#33302d") : "";
  return group(
    castShadow(cover, 18, 26, 20) + path(`M${x + 4} ${y + 10}H${x + w + 10}V${y + h + 18}H${x + 4}Z`, "#efe8d8") + stroke(pages, "#b9ad95", 1.6, 0.8) + path(cover, face) + (pen.tone.finish === "cloth" ? weave(pen, cover, 7) : "") +
      path(`M${x} ${y}h34v${h}h-34z`, pen.size("spine", 1) ? darken(pen.tone.accent, 0.1) : pen.tone.shade, 'opacity=".75"') + path(`M${x + 34} ${y}h8v${h}h-8z`, "#20160f", 'opacity=".16"') + stroke(holes, "#f3ead6", 4, 0.9) +
      (pen.size("label", 1) ? path(label, "#f4edde") + stroke(`M${x + 104} ${y + 108}H${x + w - 104}V${y + 204}H${x + 104}Z`, pen.tone.accent, 2.5, 0.7) + stroke(`M${x + 124} ${y + 148}H${x + w - 124}M${x + 124} ${y + 176}H${x + w - 150}`, "#6b6257", 3, 0.7) : "") + band + pencil,
    `transform="rotate(${pen.size("angle", -12)} 500 500)"`,
  );
}

export const furniture = {
  chair: { stage: "table", frame: [545, 540, 960], focus: [560, 420, 440], draw: chair },
  stool: { stage: "table", frame: [500, 550, 880], focus: [500, 420, 400], draw: stool },
  bench: { stage: "table", frame: [510, 640, 960], focus: [300, 600, 420], draw: bench },
  "side-table": { stage: "table", frame: [520, 610, 860], focus: [480, 500, 420], draw: sideTable },
  shelf: { stage: "wall", frame: [500, 500, 900], focus: [420, 480, 420], draw: shelf },
  "peg-rail": { stage: "wall", frame: [500, 560, 900], focus: [360, 520, 380], draw: pegRail },
  mirror: { stage: "wall", frame: [500, 470, 840], focus: [380, 380, 380], draw: mirror },
  clock: { stage: "wall", frame: [500, 500, 780], focus: [420, 420, 340], draw: clock },
  basket: { stage: "table", frame: [500, 570, 800], focus: [420, 600, 360], draw: basket },
  notebook: { stage: "flat", frame: [510, 510, 820], focus: [420, 400, 360], draw: notebook },
} satisfies Record<string, Sketch>;
