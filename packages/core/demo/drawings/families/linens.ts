import { darken, mix } from "../colour.ts";
import { palettes } from "../palettes.ts";
import { clipped, curve, ellipse, group, linear, n, p, path, type Pen, type Point, polyline, radial, ring, roundRect, type Stop, stroke } from "../pen.ts";
import { castShadow, standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { rod, tube } from "../solids.ts";
import { knit, loops, stitch, weave } from "../texture.ts";

/** Folds as light and dark from left to right. */
export function folds(pen: Pen, left: number, right: number, count: number, depth = 1): string {
  const { base, light, shade } = pen.tone;
  const stops: Stop[] = Array.from({ length: count * 2 + 1 }, (_, i) => {
    const fall = (i / (count * 2)) * 0.12;
    const amount = (0.14 + pen.random() * 0.3) * depth;
    return [Math.min(1, (i + (pen.random() - 0.5) * 0.5) / (count * 2) + 0.01), i % 2 ? mix(base, shade, amount * 0.7 + fall) : mix(base, light, Math.max(0, amount * 0.9 - fall))];
  });
  return linear(pen, [left, 0], [right, 0], stops.toSorted((a, b) => a[0] - b[0]));
}

/** A turned wooden peg in the wall, seen from the front; things hang over it. */
export const peg = (x: number, y: number) =>
  ellipse(x + 12, y + 22, 34, 30, "#2b221c", 'opacity=".16"') + ellipse(x + 2, y + 4, 28, 28, palettes.oak.shade) + ellipse(x, y, 27, 27, palettes.oak.base) + ellipse(x - 6, y - 7, 15, 14, palettes.oak.light, 'opacity=".8"');

/** Stripes and checks along the hem and down the cloth, by the shape parameter `pattern`. */
function woven(pen: Pen, across: (k: number) => string, down: (t: number) => string): string {
  const { accent } = pen.tone;
  const pattern = pen.size("pattern", 1);
  if (pattern === 1) return stroke(across(70), accent, 30, 0.82) + stroke(across(116), accent, 7, 0.7) + stroke(across(136), accent, 4, 0.6);
  if (pattern === 2) return [0.14, 0.22, 0.78, 0.86].map((t) => stroke(down(t), accent, 13, 0.72)).join("") + stroke(down(0.5), accent, 5, 0.6);
  if (pattern === 3) {
    const steps = Array.from({ length: 11 }, (_, i) => i);
    return steps.map((i) => stroke(across(20 + i * 58), accent, 24, 0.28)).join("") + steps.slice(0, 9).map((i) => stroke(down((i + 0.5) / 9), accent, 22, 0.28)).join("");
  }
  if (pattern === 4) return Array.from({ length: 22 }, (_, i) => stroke(across(16 + i * 27), accent, 5, 0.62)).join("");
  if (pattern === 5) return [40, 62, 84].map((k) => stroke(across(k), accent, 9, 0.75)).join("") + [0.1, 0.14].map((t) => stroke(down(t), accent, 8, 0.7)).join("");
  return stroke(across(26), pen.tone.shade, 3, 0.35);
}

function teaTowel(pen: Pen): string {
  const top: Point = [500, 168];
  const [left, right] = [318, 690];
  const hem = (x: number, k: number) => 806 - k + 15 * Math.sin((x - left) / 34) * (1 - k / 900) - Math.abs(x - 500) * 0.05;
  const bottom = Array.from({ length: 20 }, (_, i): Point => [left + ((right - left) * i) / 19, 0]).map(([x]): Point => [x, hem(x, 0)]);
  const outline = `M${p(top[0] - 16, top[1] + 14)}C440 300 ${left + 4} 380 ${left} ${p(bottom[0]![0], bottom[0]![1])}`.replace(/ (\d+) (\d+\.?\d* \d+\.?\d*)$/, " $2") + `L${curve(bottom).slice(1)}C${right - 6} 380 566 300 ${p(top[0] + 16, top[1] + 14)}Z`;
  const across = (k: number) => polyline(bottom.map(([x]): Point => [500 + (x - 500) * Math.min(1, 1.02 - Math.max(0, k - 330) / 620), hem(x, k)]));
  const down = (t: number) => {
    const x = left + (right - left) * t;
    return `M${p(500 + (x - 500) * 0.08, 180)}C${p(500 + (x - 500) * 0.5, 320)} ${p(x, 430)} ${p(x, hem(x, 0))}`;
  };
  const creases = [0.12, 0.3, 0.44, 0.62, 0.8, 0.93].map((t, i) => stroke(down(t), i % 2 ? "#fffaf0" : darken(pen.tone.shade, 0.1), 16, i % 2 ? 0.22 : 0.16) + stroke(down(t + 0.02), pen.tone.shade, 5, 0.22)).join("");
  return (
    castShadow(outline, 20, 20, 20, 0.9) + path(outline, folds(pen, left, right, 5, 0.8)) + clipped(pen, outline, woven(pen, across, down) + weave(pen, outline, 7, 0.9) + creases + stroke(across(12), pen.tone.shade, 2.5, 0.45)) +
    path(outline, linear(pen, [0, 150], [0, 460], [[0, "#20160f", 0.3], [1, "#20160f", 0]])) + tube("M486 196C480 150 520 150 514 196", 9, pen.tone) + peg(500, 150)
  );
}

function towel(pen: Pen): string {
  const [w, drop] = [pen.size("width", 420), pen.size("height", 600)];
  const [left, right, y] = [500 - w / 2, 500 + w / 2, 190];
  const hem = (x: number, k: number) => y + drop - k + 8 * Math.sin((x - left) / 46);
  const xs = Array.from({ length: 16 }, (_, i) => left + (w * i) / 15);
  const front = `M${p(left, y)}L${xs.map((x) => p(x, hem(x, 0))).join("L")}L${p(right, y)}Q${p(500, y - 16)} ${p(left, y)}Z`;
  const back = `M${p(left + 34, y)}L${p(left + 34, y + drop * 0.84)}L${p(right + 22, y + drop * 0.86)}L${p(right + 14, y)}Z`;
  const across = (k: number) => polyline(xs.map((x): Point => [x, hem(x, k)]));
  const down = (t: number) => `M${p(left + w * t, y)}V${n(hem(left + w * t, 0))}`;
  const waffle = pen.size("waffle", 0);
  const cells = waffle ? Array.from({ length: 24 }, (_, i) => `M${left} ${n(y + i * 26)}h${w}`).join("") + Array.from({ length: Math.ceil(w / 26) }, (_, i) => `M${n(left + i * 26)} ${y}v${drop + 10}`).join("") : "";
  const pile = pen.size("flat", 0) ? weave(pen, front, 8) : waffle ? group(stroke(cells, pen.tone.shade, 4, 0.28), 'transform="translate(2 2)"') + stroke(cells, pen.tone.light, 3, 0.7) : loops(pen, front, 11);
  const fringe = pen.size("fringe", 0) ? stroke(Array.from({ length: Math.floor(w / 11) }, (_, i) => `M${p(left + 5 + i * 11, hem(left + i * 11, 2))}l${n((pen.random() - 0.5) * 8)} ${n(30 + pen.random() * 8)}`).join(""), mix(pen.tone.base, pen.tone.light, 0.3), 5) : "";
  return (
    castShadow(front, 24, 22, 20, 0.9) + path(back, mix(pen.tone.base, pen.tone.shade, 0.6)) + fringe +
    castShadow("M150 178H850V204H150Z", 10, 26, 12) + rod(pen, [140, 188], [860, 188], 28, 28, pen.size("brass", 0) ? palettes.brass : palettes.oak) + [150, 850].map((x) => ellipse(x, 188, 26, 30, (pen.size("brass", 0) ? palettes.brass : palettes.oak).base) + ellipse(x - 6, 180, 12, 13, "#fffaf0", 'opacity=".5"')).join("") +
    path(front, folds(pen, left, right, 3, 0.55)) + clipped(pen, front, pile + woven(pen, across, down) + stroke(across(8), pen.tone.shade, 3, 0.4)) +
    path(front, linear(pen, [0, y - 16], [0, y + 120], [[0, "#fffaf0", 0.4], [0.18, "#fffaf0", 0.12], [0.3, "#20160f", 0.12], [1, "#20160f", 0]])) + stroke(down(0.34), pen.tone.shade, 12, 0.12)
  );
}

function tablecloth(pen: Pen): string {
  const [back, front, hem] = [430, 545, 745];
  const top = `M205 ${back}H795L905 ${front}H95Z`;
  const scallop = Array.from({ length: 33 }, (_, i): Point => [95 + (810 * i) / 32, hem + 14 * Math.sin(i * 1.15) - (i === 0 || i === 32 ? 6 : 0)]);
  const drop = `M95 ${front}L${p(86, hem)}L${curve(scallop).slice(1)}L${p(914, hem)}L905 ${front}Z`;
  const rows = pen.size("pattern", 3);
  const { accent } = pen.tone;
  let weft = "";
  let warp = "";
  if (rows === 3 || rows === 2) {
    for (let i = 0; i <= 12; i++) {
      const t = i / 12;
      warp += `M${p(205 + 590 * t, back)}L${p(95 + 810 * t, front)}L${p(90 + 820 * t, hem + 12)}`;
    }
  }
  if (rows === 3) for (let i = 0; i < 4; i++) weft += `M${p(205 - 110 * (i / 4 + 0.1), back + (front - back) * (i / 4 + 0.1))}H${n(795 + 110 * (i / 4 + 0.1))}M80 ${front + 26 + i * 54}H920`;
  const border = rows === 1 || rows === 0 ? stroke(curve(scallop.map(([x, y]): Point => [x, y - 34])), accent, rows ? 16 : 3, rows ? 0.75 : 0.4) + (rows ? stroke(curve(scallop.map(([x, y]): Point => [x, y - 56])), accent, 5, 0.7) : "") : "";
  const legs = [150, 850].map((x) => rod(pen, [x, 700], [x + (x < 500 ? 8 : -8), 900], 36, 28, palettes.oak)).join("") + [262, 738].map((x) => rod(pen, [x, 700], [x, 846], 26, 22, palettes.walnut)).join("");
  const warpWidth = rows === 3 ? 30 : 12;
  return (
    standingShadow(pen, 500, 890, 400, 50, 0.8) + legs + path(`M170 ${hem - 20}H830V${hem + 22}H170Z`, linear(pen, [0, hem], [0, hem + 22], [[0, "#20160f", 0.4], [1, "#20160f", 0.12]])) +
    path(drop, folds(pen, 86, 914, 8, 0.9)) + path(top, linear(pen, [200, back], [800, front], [[0, mix(pen.tone.base, pen.tone.light, 0.85)], [1, mix(pen.tone.base, pen.tone.light, 0.2)]])) +
    clipped(pen, top + drop, stroke(warp, accent, warpWidth, 0.3) + stroke(weft, accent, rows === 3 ? 24 : 12, 0.3) + border) + weave(pen, drop, 7, 0.8) + weave(pen, top, 6, 0.5) +
    path(drop, linear(pen, [0, front], [0, front + 40], [[0, "#fffaf0", 0.35], [1, "#fffaf0", 0]])) + path(drop, linear(pen, [0, hem - 70], [0, hem + 20], [[0, "#20160f", 0], [1, "#20160f", 0.16]]))
  );
}

function napkins(pen: Pen): string {
  const side = 430;
  const d = roundRect(500 - side / 2, 500 - side / 2, side, side, 10);
  const { base, light, shade, accent } = pen.tone;
  const one = (turn: number, dx: number, dy: number) => {
    const face = linear(pen, [300, 300], [720, 720], [[0, mix(base, light, 0.7)], [0.55, base], [1, mix(base, shade, 0.25)]]);
    const edge = roundRect(500 - side / 2 + 26, 500 - side / 2 + 26, side - 52, side - 52, 4);
    const pattern = pen.size("pattern", 0);
    const lines = pattern === 1 ? stroke(`M${500 - side / 2} 330H${500 + side / 2}M${500 - side / 2} 352H${500 + side / 2}M330 ${500 - side / 2}V${500 + side / 2}`, accent, 9, 0.7)
      : pattern === 3 ? stroke(Array.from({ length: 8 }, (_, i) => `M${300 + i * 56} ${500 - side / 2}v${side}M${500 - side / 2} ${300 + i * 56}h${side}`).join(""), accent, 24, 0.24) : "";
    const content = castShadow(d, 12, 16, 14) + path(d, face) + clipped(pen, d, lines) + weave(pen, d, 9) + stitch(edge, pattern ? base : accent, 3, 8) + path(d, linear(pen, [500, 0], [545, 0], [[0, "#20160f", 0], [0.45, "#20160f", 0.13], [0.5, "#fffaf0", 0.3], [1, "#fffaf0", 0]]));
    return group(content, `transform="translate(${dx} ${dy}) rotate(${turn} 500 500)"`);
  };
  const ringOf = pen.size("ring", 0) ? castShadow(ring(650, 690, 66, 66), 8, 10, 8, 0.6) + stroke(ring(650, 690, 62, 62), palettes.brass.shade, 22) + stroke(ring(648, 687, 62, 62), palettes.brass.base, 16) + stroke("M600 650A62 62 0 0 1 670 630", palettes.brass.light, 6) : "";
  return one(-21, -46, 34) + one(-8, 0, 6) + one(9, 40, -30) + ringOf;
}

function apron(pen: Pen): string {
  const { base, shade, accent } = pen.tone;
  const body = "M404 300C450 312 550 312 596 300C604 390 640 440 706 466C716 600 712 720 704 846C640 866 360 866 296 846C288 720 284 600 294 466C360 440 396 390 404 300Z";
  const pocket = "M372 566H628V706Q628 726 608 726H392Q372 726 372 706Z";
  const strap = palettes.tan;
  const leather = pen.size("leather", 0);
  const neck = "M412 306C410 210 450 168 500 162C550 168 590 210 588 306";
  const ties = `M298 480C240 500 214 560 226 640C232 690 214 720 208 756M702 480C760 500 786 560 776 632C770 690 790 712 792 748`;
  const bars = pen.size("stripes", 0) ? Array.from({ length: 17 }, (_, i) => `M${300 + i * 26} 280V880`).join("") : "";
  return (
    castShadow(body, 22, 22, 22) + stroke(ties, shade, 15, 0.5, 'transform="translate(8 10)"') + tube(ties, 13, leather ? strap : pen.tone) + tube(neck, 17, leather ? strap : pen.tone) +
    path(body, folds(pen, 290, 710, 4, 0.6)) + clipped(pen, body, stroke(bars, accent, 4, 0.7)) + weave(pen, body, 7) + stitch("M416 318C450 328 550 328 584 318M304 480C370 452 408 400 414 322M696 480C630 452 592 400 586 322M310 832C380 850 620 850 690 832", mix(base, accent, 0.7)) +
    castShadow(pocket, 4, 7, 6, 0.6) + path(pocket, linear(pen, [372, 566], [628, 726], [[0, mix(base, pen.tone.light, 0.3)], [1, mix(base, shade, 0.2)]])) + clipped(pen, pocket, stroke(bars, accent, 4, 0.5)) + weave(pen, pocket, 7) +
    stitch("M380 578H620M382 584V704Q382 716 394 716H606Q618 716 618 704V584M500 584V716", mix(base, accent, 0.7)) + [[420, 316], [580, 316]].map(([x = 0, y = 0]) => ellipse(x, y, 9, 9, palettes.brass.shade) + ellipse(x - 2, y - 2, 6, 6, palettes.brass.light)).join("") + peg(500, 152)
  );
}

function ovenGlove(pen: Pen): string {
  const mitt = "M372 800V470C366 380 372 250 452 214C540 180 600 250 606 350L610 470C636 420 676 384 712 400C752 420 736 480 704 532C672 588 640 640 634 690V800Q504 822 372 800Z";
  const quilting = Array.from({ length: 16 }, (_, i) => `M${-100 + i * 74} 900l700 -800M${1100 - i * 74} 900l-700 -800`).join("");
  const cuff = "M360 742Q504 766 646 742V812Q504 838 360 812Z";
  return group(
    castShadow(mitt, 16, 22, 18) + path(mitt, linear(pen, [360, 240], [720, 780], [[0, mix(pen.tone.base, pen.tone.light, 0.6)], [0.5, pen.tone.base], [1, mix(pen.tone.base, pen.tone.shade, 0.5)]])) + weave(pen, mitt, 8) +
      clipped(pen, mitt, stroke(quilting, pen.tone.shade, 5, 0.4) + stroke(quilting, pen.tone.light, 3, 0.5, 'transform="translate(-3 -3)"') + stroke(mitt, "#20160f", 34, 0.1)) +
      path(cuff, pen.tone.accent) + weave(pen, cuff, 7) + stitch("M366 756Q504 780 640 756", mix(pen.tone.accent, "#ffffff", 0.5), 3) + tube("M640 800C690 812 696 862 664 872C640 878 628 850 634 812", 11, palettes.linen),
    'transform="rotate(12 500 500)"',
  );
}

function blanket(pen: Pen): string {
  const { base, light, shade, accent } = pen.tone;
  const [left, right, foot] = [205, 795, restY];
  const layers = pen.size("layers", 4);
  const thick = pen.size("thick", 66);
  const top = foot - layers * thick;
  const pattern = pen.size("pattern", 1);
  const bands = pattern === 1 ? [0.13, 0.17, 0.83, 0.87] : pattern === 2 ? [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] : pattern === 4 ? [0.06, 0.09, 0.12] : [];
  const width = pattern === 2 ? 16 : pattern === 4 ? 10 : 12;
  const roof = `M${left + 14} ${top + 8}C${left + 30} ${top - 60} ${left + 70} ${top - 120} ${left + 92} ${top - 124}H${right - 92}C${right - 70} ${top - 120} ${right - 30} ${top - 60} ${right - 14} ${top + 8}Z`;
  const texture = (d: string) => (pen.size("knit", 0) ? knit(pen, d, 20) : weave(pen, d, 9, 0.9));
  let markup = standingShadow(pen, 500, foot + 2, 310, 40);
  const strands = Array.from({ length: 42 }, (_, i) => `M${n(left + 24 + (i * (right - left - 48)) / 41)} ${foot - 10}q${n((pen.random() - 0.5) * 10)} 20 ${n((pen.random() - 0.5) * 14)} ${n(38 + pen.random() * 10)}`).join("");
  if (pen.size("fringe", 1)) markup += stroke(strands, shade, 6, 0.5, 'transform="translate(3 3)"') + stroke(strands, mix(base, light, 0.25), 5);
  for (let i = layers - 1; i >= 0; i--) {
    const y = top + i * thick;
    const d = `M${left + 26} ${y}H${right - 26}C${right + 10} ${y} ${right + 10} ${y + thick} ${right - 26} ${y + thick}H${left + 26}C${left - 10} ${y + thick} ${left - 10} ${y} ${left + 26} ${y}Z`;
    const lit = linear(pen, [0, y], [0, y + thick], [[0, mix(base, light, 0.6)], [0.35, base], [0.85, mix(base, shade, 0.55)], [1, mix(base, shade, 0.95)]]);
    const lines = bands.map((t) => `M${n(left + (right - left) * t)} ${y - 2}v${thick + 4}`).join("");
    markup += path(d, lit) + clipped(pen, d, stroke(lines, accent, width, 0.75)) + texture(d) + path(d, linear(pen, [left, 0], [right, 0], [[0, "#20160f", 0.16], [0.12, "#fffaf0", 0.12], [0.7, "#20160f", 0], [1, "#20160f", 0.26]])) + path(d, linear(pen, [0, y + thick * 0.7], [0, y + thick], [[0, "#20160f", 0], [1, "#20160f", 0.22]]));
  }
  const lines = bands.map((t) => `M${n(left + (right - left) * t)} ${top + 8}L${n(left + 80 + (right - left - 160) * t)} ${top - 126}`).join("");
  markup += path(roof, linear(pen, [left, top - 120], [right, top], [[0, mix(base, light, 0.75)], [0.6, mix(base, light, 0.2)], [1, mix(base, shade, 0.12)]])) + clipped(pen, roof, stroke(lines, accent, width * 0.9, 0.75)) + texture(roof);
  return markup + stroke(`M${left + 22} ${top + 4}H${right - 22}`, light, 5, 0.6);
}

function cushion(pen: Pen): string {
  const { base, light, shade, accent } = pen.tone;
  const [w, h] = [pen.size("width", 270), pen.size("height", 270)];
  const cy = restY - h + 14;
  const corner = (sx: number, sy: number): Point => [500 + sx * w, cy + sy * h];
  const [a, b, c, d] = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
  const puff = 20;
  const outline = `M${p(...a)}C${p(500 - w * 0.5, cy - h + puff)} ${p(500 + w * 0.5, cy - h + puff)} ${p(...b)}C${p(500 + w - puff, cy - h * 0.5)} ${p(500 + w - puff, cy + h * 0.5)} ${p(...c)}C${p(500 + w * 0.5, cy + h - puff * 0.4)} ${p(500 - w * 0.5, cy + h - puff * 0.4)} ${p(...d)}C${p(500 - w + puff, cy + h * 0.5)} ${p(500 - w + puff, cy - h * 0.5)} ${p(...a)}Z`;
  const bow = (t: number, down: boolean) => {
    const k = (t - 0.5) * 2;
    return down ? `M${p(500 + w * k, cy - h)}Q${p(500 + w * k * 1.14, cy)} ${p(500 + w * k, cy + h)}` : `M${p(500 - w, cy + h * k)}Q${p(500, cy + h * k * 1.14)} ${p(500 + w, cy + h * k)}`;
  };
  const pattern = pen.size("pattern", 0);
  const at = (list: number[], down: boolean, width: number, opacity: number) => list.map((t) => stroke(bow(t, down), accent, width, opacity)).join("");
  const steps = Array.from({ length: 9 }, (_, i) => (i + 0.5) / 9);
  const motif = pattern === 1 ? at([0.18, 0.24, 0.76, 0.82], true, 12, 0.75) : pattern === 2 ? at(steps, true, 14, 0.6) : pattern === 3 ? at(steps, true, 26, 0.25) + at(steps, false, 26, 0.25) : pattern === 4 ? at([0.5], false, 60, 0.8) + at([0.36, 0.64], false, 8, 0.7) : "";
  const body = radial(pen, [[0, mix(base, light, 0.8)], [0.35, mix(base, light, 0.25)], [0.62, base], [1, mix(base, shade, 0.8)]], 0.36, 0.34, 0.8);
  const pinch = [a, b, c, d].map(([x, y]) => stroke(`M${p(x, y)}Q${p(x + (500 - x) * 0.14, y + (cy - y) * 0.2)} ${p(x + (500 - x) * 0.32, y + (cy - y) * 0.34)}`, shade, 12, 0.2)).join("");
  const buttonY = cy + 6;
  const tuft = pen.size("button", 0) ? ellipse(500, buttonY, 60, 56, shade, 'opacity=".25"') + ellipse(500, buttonY, 22, 22, shade) + ellipse(496, buttonY - 4, 18, 18, mix(base, light, 0.4)) : "";
  const texture = pen.size("knit", 0) ? knit(pen, outline, 26) : weave(pen, outline, 9, 0.8);
  return (
    standingShadow(pen, 500, restY + 8, w * 0.9, 42) + path(outline, body) + clipped(pen, outline, motif + [150, 104, 62, 28].map((width) => stroke(outline, darken(shade, 0.2), width, 0.075)).join("") + pinch) + texture + tuft +
    path(outline, linear(pen, [0, cy + h * 0.3], [0, cy + h], [[0, "#20160f", 0], [1, "#20160f", 0.28]])) + (pen.size("piping", 1) ? tube(outline, 9, { ...pen.tone, base: pattern ? accent : mix(base, shade, 0.2) }) : "")
  );
}

export const linens = {
  "tea-towel": { stage: "wall", frame: [510, 480, 840], focus: [470, 690, 330], draw: teaTowel },
  towel: { stage: "wall", frame: [500, 490, 880], focus: [470, 680, 330], draw: towel },
  tablecloth: { stage: "table", frame: [500, 640, 960], focus: [330, 620, 400], draw: tablecloth },
  napkins: { stage: "flat", frame: [500, 500, 820], focus: [380, 400, 320], draw: napkins },
  apron: { stage: "wall", frame: [500, 510, 860], focus: [500, 620, 380], draw: apron },
  "oven-glove": { stage: "flat", frame: [520, 520, 860], focus: [500, 640, 380], draw: ovenGlove },
  blanket: { stage: "table", frame: [500, 640, 820], focus: [360, 640, 380], draw: blanket },
  cushion: { stage: "table", frame: [500, 560, 800], focus: [360, 420, 360], draw: cushion },
} satisfies Record<string, Sketch>;
