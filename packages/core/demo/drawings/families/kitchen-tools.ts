import { darken, lighten, mix } from "../colour.ts";
import { hoop, lathe, paintForm } from "../lathe.ts";
import { type Palette, palettes } from "../palettes.ts";
import { ellipse, group, linear, n, path, type Pen, roundRect, stroke } from "../pen.ts";
import { castShadow, standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { rod } from "../solids.ts";
import { grain } from "../texture.ts";

/** Lies at an angle, with its shadow falling to the lower right whatever the angle. */
const lying = (content: string, angle: number) => group(content, `transform="rotate(${angle} 500 500)"`);

const rivets = (xs: readonly number[], y: number) => xs.map((x) => ellipse(x, y, 9, 9, "#5f594f") + ellipse(x - 1.5, y - 1.5, 7, 7, palettes.brass.light)).join("");

function knife(pen: Pen): string {
  const [length, depth] = [pen.size("length", 420), pen.size("depth", 92)];
  const heel = 500;
  const tip = heel - length;
  const [spine, edge] = [455, 455 + depth];
  const square = pen.size("square", 0);
  const blade = square
    ? `M${heel} ${spine}H${tip + 10}Q${tip} ${spine} ${tip} ${spine + 14}V${edge - 8}Q${tip} ${edge} ${tip + 14} ${edge}H${heel}Z`
    : `M${heel} ${spine}H${tip + length * 0.38}C${tip + length * 0.18} ${spine + 2} ${tip + 26} ${spine + depth * 0.36} ${tip} ${spine + depth * 0.7}C${tip + length * 0.3} ${edge + 4} ${tip + length * 0.6} ${edge + 2} ${heel} ${edge}Z`;
  const teeth = pen.size("teeth", 0);
  const serration = teeth ? path(`M${heel - 30} ${edge}${Array.from({ length: teeth }, () => `q${n(-(length * 0.78) / teeth / 2)} 15 ${n(-(length * 0.78) / teeth)} 0`).join("")}v-6H${heel - 30}Z`, lighten(palettes.steel.light, 0.4)) : "";
  const steel = linear(pen, [0, spine], [0, edge], [[0, "#8d9497"], [0.08, "#d5dadb"], [0.5, "#b4babc"], [0.68, "#c9cecf"], [0.72, "#eef1f0"], [1, "#a9b0b2"]]);
  const handle = `M${heel + 26} ${spine - 3}C${heel + 150} ${spine - 10} ${heel + 240} ${spine + 6} ${heel + 350} ${spine - 8}Q${heel + 376} ${spine + 4} ${heel + 372} ${spine + 44}Q${heel + 366} ${spine + 70} ${heel + 338} ${spine + 62}C${heel + 250} ${spine + 44} ${heel + 150} ${spine + 70} ${heel + 26} ${spine + 62}Z`;
  const wood = linear(pen, [0, spine - 10], [0, spine + 66], [[0, mix(pen.tone.base, pen.tone.light, 0.65)], [0.4, pen.tone.base], [1, mix(pen.tone.base, pen.tone.shade, 0.85)]]);
  const bolster = `M${heel - 6} ${spine - 2}H${heel + 30}V${spine + 64}H${heel - 6}Z`;
  return lying(
    castShadow(blade + handle, 10, 20, 14) + path(blade, steel) + stroke(`M${tip + length * 0.4} ${spine + 7}H${heel - 10}`, "#ffffff", 3, 0.6) + serration +
      path(handle, wood) + grain(pen, handle, [heel + 20, spine - 10, 356, 80], 0) + stroke(`M${heel + 34} ${spine + 4}C${heel + 150} ${spine - 2} ${heel + 240} ${spine + 12} ${heel + 346} ${spine}`, pen.tone.light, 4, 0.5) +
      path(bolster, linear(pen, [heel - 6, 0], [heel + 30, 0], [[0, "#d9dedf"], [0.5, "#9aa1a4"], [1, "#6d7478"]])) + rivets([heel + 84, heel + 178, heel + 272], spine + 29),
    pen.size("angle", -32),
  );
}

function choppingBoard(pen: Pen): string {
  const [w, h] = [pen.size("width", 640), pen.size("height", 430)];
  const [x, y] = [500 - w / 2, 500 - h / 2];
  const paddle = pen.size("paddle", 0);
  const round = pen.size("round", 0);
  const outline = round
    ? `M500 ${500 - w / 2}a${w / 2} ${w / 2} 0 1 0 .1 0Z`
    : paddle
      ? `M${x + 30} ${y}H${x + w - 190}C${x + w - 130} ${y} ${x + w - 150} ${500 - 44} ${x + w - 90} ${500 - 44}H${x + w}Q${x + w + 44} 500 ${x + w} ${500 + 44}H${x + w - 90}C${x + w - 150} ${500 + 44} ${x + w - 130} ${y + h} ${x + w - 190} ${y + h}H${x + 30}Q${x} ${y + h} ${x} ${y + h - 30}V${y + 30}Q${x} ${y} ${x + 30} ${y}Z`
      : roundRect(x, y, w, h, 34);
  const box = [x - 20, 500 - Math.max(w, h) / 2, w + 60, Math.max(w, h)] as const;
  const face = linear(pen, [x, y], [x + w, y + h], [[0, mix(pen.tone.base, pen.tone.light, 0.6)], [0.5, pen.tone.base], [1, mix(pen.tone.base, pen.tone.shade, 0.22)]]);
  const hole = paddle ? [x + w - 18, 500] : round ? [500, 500 - w / 2 + 60] : [x + w - 62, y + 62];
  const staves = pen.size("staves", 0);
  const joints = Array.from({ length: staves }, (_, i) => `M${x} ${n(y + (h * (i + 1)) / (staves + 1))}h${w}`).join("");
  const groove = pen.size("groove", 0) ? stroke(roundRect(x + 36, y + 36, w - 72, h - 72, 22), pen.tone.shade, 12, 0.55) + stroke(roundRect(x + 39, y + 40, w - 72, h - 72, 22), pen.tone.light, 4, 0.7) : "";
  return lying(
    castShadow(outline, 18, 24, 20) + group(path(outline, mix(pen.tone.shade, pen.tone.base, 0.3)), 'transform="translate(5 14)"') + path(outline, face) +
      grain(pen, outline, box) + stroke(joints, pen.tone.shade, 3, 0.5) + groove + stroke(outline, pen.tone.light, 3, 0.5) +
      ellipse(hole[0] ?? 0, hole[1] ?? 0, 20, 20, darken(pen.tone.ground, 0.4)) + ellipse((hole[0] ?? 0) + 3, (hole[1] ?? 0) + 4, 16, 15, darken(pen.tone.ground, 0.14)),
    pen.size("angle", -18),
  );
}

/** Spoon (1), slotted turner (2), spatula (3), salad server (4). */
function spoonHead(pen: Pen, head: number): string {
  const d = head === 2 || head === 3
    ? "M452 130Q452 108 474 108H526Q548 108 548 130L540 300Q534 348 514 372H486Q466 348 460 300Z"
    : "M500 96C556 96 578 160 572 220C566 284 536 330 514 372H486C464 330 434 284 428 220C422 160 444 96 500 96Z";
  const fill = linear(pen, [430, 100], [570, 340], [[0, mix(pen.tone.base, pen.tone.light, 0.75)], [0.5, pen.tone.base], [1, mix(pen.tone.base, pen.tone.shade, 0.6)]]);
  const hollow = head === 1 || head === 4 ? ellipse(500, 214, 50, 88, linear(pen, [450, 130], [550, 300], [[0, mix(pen.tone.base, pen.tone.shade, 0.75)], [0.6, pen.tone.base], [1, mix(pen.tone.base, pen.tone.light, 0.6)]])) : "";
  const slots = head === 2 ? [474, 500, 526].map((x) => stroke(`M${x} 150V280`, darken(pen.tone.shade, 0.3), 11, 0.85)).join("") : "";
  const prongs = head === 4 ? stroke("M482 96V170M518 96V170", darken(pen.tone.ground, 0.2), 12) : "";
  return path(d, fill) + grain(pen, d, [425, 90, 150, 290], 90) + hollow + slots + prongs;
}

function spoon(pen: Pen): string {
  const heads = String(pen.size("heads", 1)).split("").map(Number);
  const middle = (heads.length - 1) / 2;
  return heads
    .map((head, i) => {
      const whole = "M485 360H515L520 900H480Z M440 220a60 110 0 1 0 120 0a60 110 0 1 0 -120 0Z";
      const one = castShadow(whole, 12, 14, 12) + rod(pen, [500, 350], [500, 890], 28, pen.size("thick", 36)) + spoonHead(pen, head) + ellipse(500, 872, 6, 6, pen.tone.shade);
      return group(one, `transform="translate(${n((i - middle) * 170)} ${n(Math.abs(i - middle) * 24)}) rotate(${n(pen.size("angle", heads.length > 1 ? 10 : 24) + (i - middle) * 9)} 500 560)"`);
    })
    .join("");
}

function rollingPin(pen: Pen): string {
  const [half, thick] = [pen.size("length", 300), pen.size("thick", 104)];
  const tapered = pen.size("tapered", 0);
  const whole = `M${500 - half - 140} 482H${500 - half}V${500 - thick / 2}H${500 + half}V482H${500 + half + 140}V518H${500 + half}V${500 + thick / 2}H${500 - half}V518H${500 - half - 140}Z`;
  if (tapered) {
    const d = `M${500 - half - 120} 486C${500 - half * 0.5} ${500 - thick / 2} ${500 + half * 0.5} ${500 - thick / 2} ${500 + half + 120} 486Q${500 + half + 140} 500 ${500 + half + 120} 514C${500 + half * 0.5} ${500 + thick / 2} ${500 - half * 0.5} ${500 + thick / 2} ${500 - half - 120} 514Q${500 - half - 140} 500 ${500 - half - 120} 486Z`;
    const fill = linear(pen, [0, 500 - thick / 2], [0, 500 + thick / 2], [[0, mix(pen.tone.base, pen.tone.light, 0.4)], [0.28, pen.tone.light], [0.6, pen.tone.base], [1, pen.tone.shade]]);
    return lying(castShadow(d, 14, 26, 16) + path(d, fill) + grain(pen, d, [80, 440, 840, 120]), -28);
  }
  const knob = (s: number) => rod(pen, [500 + s * half, 500], [500 + s * (half + 140), 500], 34, 46, pen.size("darkEnds", 0) ? palettes.walnut : pen.tone);
  return lying(castShadow(whole, 14, 26, 16) + knob(-1) + knob(1) + rod(pen, [500 - half, 500], [500 + half, 500], thick, thick, pen.tone, "flat") + grain(pen, roundRect(500 - half, 500 - thick / 2, half * 2, thick, 4), [500 - half, 450, half * 2, 100], 0, 0.8), -28);
}

function pepperMill(pen: Pen): string {
  const mill = (x: number, h: number, tone: Palette, y: number) => {
    const top = y - h;
    const form = lathe(x, [[20, top], [52, top + 26], [54, top + 56], [30, top + 86, 1], [46, top + 90], [62, top + 120], [40, top + h * 0.46], [44, top + h * 0.6], [72, y - 40], [74, y - 6], [72, y]], 0.2);
    const cap = lathe(x, [[10, top - 26], [18, top - 16], [14, top]], 0.25);
    return standingShadow(pen, x, y + 4, 76, 18) + paintForm(pen, form, tone) + hoop(form, top + 90, tone.shade, 4, 0.8) + hoop(form, y - 40, tone.accent, 3, 0.5) + paintForm(pen, cap, palettes.brass);
  };
  const h = pen.size("height", 430);
  return pen.size("pair", 0) ? mill(600, h * 0.82, palettes.beech, restY - 40) + mill(420, h, pen.tone, restY) : mill(500, h, pen.tone, restY);
}

export const kitchenTools = {
  knife: { stage: "flat", frame: [500, 500, 880], focus: [560, 500, 400], draw: knife },
  "chopping-board": { stage: "flat", frame: [500, 500, 860], focus: [620, 420, 400], draw: choppingBoard },
  "wooden-spoon": { stage: "flat", frame: [500, 505, 900], focus: [600, 330, 380], draw: spoon },
  "rolling-pin": { stage: "flat", frame: [500, 500, 960], focus: [640, 420, 400], draw: rollingPin },
  "pepper-mill": { stage: "table", frame: [500, 575, 640], focus: [480, 480, 340], draw: pepperMill },
} satisfies Record<string, Sketch>;
