import { darken, mix } from "../colour.ts";
import { type Form, hoop, lathe, type Mouth, paintForm, paintMouth, type Profile, roundLight } from "../lathe.ts";
import { palettes } from "../palettes.ts";
import { ellipse, linear, n, p, path, type Pen, stroke } from "../pen.ts";
import { standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { tube } from "../solids.ts";

const foot = restY;
const clay = palettes.sandstone;
const tea = { colour: "#8a4f27", depth: 26 };

/** Glazed outside with its specks, bare foot (`dip`), painted rings (`rings`) or ribs. */
function glaze(pen: Pen, form: Form): string {
  const height = form.bottom - form.top;
  const dip = pen.size("dip", 0);
  const specks = pen.tone.finish === "glaze" ? pen.size("specks", 90) : 0;
  let markup = paintForm(pen, form, pen.tone, { specks });
  for (let i = 1; i <= pen.size("ribs", 0); i++) {
    const y = form.top + (height * i) / (pen.size("ribs", 0) + 1);
    markup += hoop(form, y, pen.tone.shade, 3, 0.35) + hoop(form, y + 3.5, pen.tone.light, 2.5, 0.5);
  }
  for (let i = 0; i < pen.size("rings", 0); i++) {
    const y = form.top + height * (0.16 + i * 0.075);
    markup += hoop(form, y, pen.tone.accent, i === 0 ? 11 : 5, 0.8);
  }
  if (dip > 0) {
    const edge = form.bottom - height * dip;
    const x = [form.x - form.widest, form.x + form.widest] as const;
    markup += path(form.band(edge, form.bottom), roundLight(pen, x[0], x[1], clay)) + hoop(form, edge, darken(pen.tone.base, 0.3), 3, 0.5);
    markup += path(form.band(edge, form.bottom), "#20160f", 'opacity=".07"');
  }
  return markup;
}

function pot(pen: Pen, profile: Profile, tilt: number, mouth: Mouth, behind = "", x = 500): string {
  const form = lathe(x, profile, tilt);
  const base = form.radius(form.bottom);
  const rim = pen.tone.finish === "enamel" ? { rim: pen.tone.accent } : {};
  return (
    standingShadow(pen, x, foot + base * tilt * 0.4, Math.max(base * 1.04, form.widest * 0.82), base * 0.26) + behind + glaze(pen, form) + paintMouth(pen, form, { ...mouth, ...rim })
  );
}

const ear = (x: number, top: number, bottom: number, reach: number) =>
  `M${p(x - 20, top)}C${p(x + reach * 1.05, top - 26)} ${p(x + reach * 1.15, bottom + 10)} ${p(x - 24, bottom)}`;

function mug(pen: Pen): string {
  const r = pen.size("width", 160);
  const h = pen.size("height", 350);
  const belly = pen.size("belly", 0);
  const top = foot - h;
  const profile: Profile = [[r, top], [r + belly * 0.5, top + h * 0.25], [r + belly, top + h * 0.6], [r - 4 + belly * 0.4, foot - 34], [r - 26, foot - 4, 1], [r - 34, foot]];
  const handle = tube(ear(460 + r, top + h * 0.2, top + h * 0.78, pen.size("handle", 130)), 34, pen.tone);
  return pot(pen, profile, 0.19, { wall: 13, content: tea }, handle, 460);
}

function cup(pen: Pen): string {
  const r = pen.size("width", 150);
  const h = pen.size("height", 200);
  const saucer = lathe(480, [[285, foot - 42], [275, foot - 34], [170, foot - 8, 1], [120, foot]], 0.24);
  const lift = 34;
  const top = foot - h - lift;
  const form = lathe(480, [[r, top], [r - 4, top + h * 0.4], [r - 34, top + h * 0.82], [r * 0.46, foot - lift - 10, 1], [r * 0.44, foot - lift]], 0.24);
  return (
    standingShadow(pen, 480, foot + 6, 240, 58) + paintForm(pen, saucer, pen.tone, { plain: true }) + paintMouth(pen, saucer, { wall: 10 }) +
    ellipse(500, foot - 30, 150, 34, darken(pen.tone.shade, 0.1), 'opacity=".35"') +
    tube(ear(480 + r - 8, top + 40, top + h * 0.66, 104), 24, pen.tone) + glaze(pen, form) + paintMouth(pen, form, { wall: 9, content: { colour: "#4d2c18", depth: 20 } })
  );
}

function bowl(pen: Pen): string {
  const r = pen.size("width", 300);
  const h = pen.size("height", 240);
  const top = foot - h;
  const base = r * pen.size("base", 0.42);
  const profile: Profile = [[r, top], [r * 0.97, top + h * 0.3], [r * 0.78, top + h * 0.66], [base * 1.15, foot - 26], [base, foot - 20, 1], [base * 0.96, foot]];
  return pot(pen, profile, 0.27, { wall: pen.size("wall", 15) });
}

function plate(pen: Pen): string {
  const r = pen.size("width", 360);
  const y = foot - 60;
  const form = lathe(500, [[r, y], [r * 0.9, y + 22], [r * 0.6, foot - 6, 1], [r * 0.56, foot]], 0.42);
  const { base, shade, light, accent } = pen.tone;
  const well = r * pen.size("well", 0.68);
  let markup = standingShadow(pen, 500, foot - 10, r * 0.92, r * 0.4) + paintForm(pen, form, pen.tone, { plain: true });
  markup += paintMouth(pen, form, { wall: 7 });
  const rim = roundLight(pen, 500 - r, 500 + r, { ...pen.tone, base: mix(base, light, 0.3), shade: mix(base, shade, 0.55) });
  markup += ellipse(500, y + 4, r - 9, (r - 9) * 0.42, rim);
  const dish = linear(pen, [500 - well, y - 60], [500 + well, y + 100], [[0, mix(base, shade, 0.34)], [0.4, base], [1, mix(base, light, 0.5)]]);
  markup += ellipse(500, y + 11, well, well * 0.42, mix(base, shade, 0.3)) + ellipse(502, y + 15, well - 5, (well - 5) * 0.42, dish);
  const specks = Array.from({ length: pen.size("specks", 110) }, () => {
    const [a, d] = [pen.random() * 6.283, Math.sqrt(pen.random()) * (r - 14)];
    return `M${p(500 + Math.cos(a) * d, y + 8 + Math.sin(a) * d * 0.42)}h.1`;
  });
  markup += stroke(specks.join(""), accent, 3.2, 0.45);
  for (let i = 0; i < pen.size("rings", 0); i++) markup += `<ellipse cx="500" cy="${y + 4}" rx="${n(r - 24 - i * 16)}" ry="${n((r - 24 - i * 16) * 0.42)}" fill="none" stroke="${accent}" stroke-width="${i ? 3 : 9}" opacity=".75"/>`;
  return markup + stroke(`M${p(500 - r * 0.78, y - r * 0.16)}A${n(r - 16)} ${n((r - 16) * 0.42)} 0 0 1 ${p(500 - r * 0.16, y - r * 0.385)}`, "#ffffff", 9, 0.5);
}

function jug(pen: Pen): string {
  const r = pen.size("width", 170);
  const h = pen.size("height", 430);
  const neck = r * pen.size("neck", 0.68);
  const top = foot - h;
  const form = lathe(470, [[neck * 1.12, top], [neck, top + h * 0.16], [r * 0.95, top + h * 0.46], [r, top + h * 0.66], [r * 0.86, foot - 26], [r * 0.7, foot - 3, 1], [r * 0.66, foot]], 0.19);
  const mouth = neck * 1.12;
  const tip = 470 - mouth * 1.24;
  const lip = `M${p(470 - mouth * 0.94, top + 76)}C${p(470 - mouth * 0.96, top + 44)} ${p(470 - mouth * 1.08, top + 14)} ${p(tip, top - 9)}C${p(tip - 3, top - 15)} ${p(tip + 8, top - 20)} ${p(tip + 18, top - 20)}C${p(470 - mouth * 0.96, top - 22)} ${p(470 - mouth * 0.8, top - 22)} ${p(470 - mouth * 0.3, top - 20)}L${p(470 - mouth * 0.5, top + 30)}Z`;
  const handle = tube(`M${p(460 + mouth, top + 22)}C${p(470 + r * 1.7, top - 20)} ${p(470 + r * 1.85, top + h * 0.6)} ${p(450 + r, top + h * 0.64)}`, 34, pen.tone);
  return (
    standingShadow(pen, 470, foot + 8, r * 0.9, r * 0.22) + handle + glaze(pen, form) +
    path(lip, mix(pen.tone.base, pen.tone.light, 0.35)) +
    paintMouth(pen, form, { wall: 12, ...(pen.tone.finish === "enamel" ? { rim: pen.tone.accent } : {}), ...(pen.size("milk", 0) ? { content: { colour: "#efe7d6", depth: 24 } } : {}) }) +
    path(`M${p(470 - mouth * 0.88, top + 8)}C${p(470 - mouth, top + 6)} ${p(470 - mouth * 1.12, top - 4)} ${p(tip + 6, top - 13)}C${p(470 - mouth * 1.06, top - 18)} ${p(470 - mouth * 0.86, top - 17)} ${p(470 - mouth * 0.62, top - 13)}Z`, linear(pen, [tip, 0], [470 - mouth * 0.6, 0], [[0, mix(pen.tone.base, pen.tone.light, 0.2)], [1, mix(pen.tone.base, pen.tone.shade, 0.8)]])) +
    stroke(`M${p(tip + 2, top - 12)}C${p(470 - mouth * 1.12, top)} ${p(470 - mouth * 1.02, top + 10)} ${p(470 - mouth * 0.9, top + 12)}`, pen.tone.finish === "enamel" ? pen.tone.accent : pen.tone.light, 6, 0.85)
  );
}

function teapot(pen: Pen): string {
  const r = pen.size("width", 215);
  const h = pen.size("height", 310);
  const top = foot - h;
  const x = 500;
  const form = lathe(x, [[r * 0.5, top], [r * 0.84, top + h * 0.2], [r, top + h * 0.5], [r * 0.88, top + h * 0.8], [r * 0.62, foot - 6, 1], [r * 0.58, foot]], 0.19);
  const lid = lathe(x, [[16, top - 70], [26, top - 56], [14, top - 40, 1], [18, top - 38], [r * 0.34, top - 22], [r * 0.47, top + 2]], 0.2);
  const y = top + h * 0.55;
  const spout = `M${p(x - r * 0.78, y + 62)}C${p(x - r * 1.25, y + 30)} ${p(x - r * 1.22, y - 70)} ${p(x - r * 1.62, top - 4)}L${p(x - r * 1.44, top - 22)}C${p(x - r * 1.14, top + 30)} ${p(x - r * 1.02, y - 58)} ${p(x - r * 0.8, y - 60)}Z`;
  const cane = pen.size("cane", 0);
  const handle = cane
    ? tube(`M${p(x - r * 0.52, top + 22)}C${p(x - r * 0.72, top - 210)} ${p(x + r * 0.72, top - 210)} ${p(x + r * 0.52, top + 22)}`, 22, palettes.tan)
    : tube(`M${p(x + r * 0.74, top + h * 0.24)}C${p(x + r * 1.75, top - 10)} ${p(x + r * 1.72, top + h * 0.92)} ${p(x + r * 0.84, top + h * 0.74)}`, 34, pen.tone);
  return (
    standingShadow(pen, x, foot + 6, r * 0.86, r * 0.2) + (cane ? "" : handle) +
    path(spout, roundLight(pen, x - r * 1.6, x - r * 0.8)) + stroke(`M${p(x - r * 1.6, top - 6)}L${p(x - r * 1.46, top - 20)}`, pen.tone.shade, 13, 0.9) +
    stroke(`M${p(x - r * 0.92, y + 18)}C${p(x - r * 1.2, y - 10)} ${p(x - r * 1.18, y - 70)} ${p(x - r * 1.48, top + 8)}`, "#ffffff", 7, 0.34) +
    glaze(pen, form) + hoop(form, top + 4, pen.tone.shade, 4, 0.55) + ellipse(x, top + 5, r * 0.5, r * 0.1, mix(pen.tone.base, pen.tone.shade, 0.55)) +
    paintForm(pen, lid) + (cane ? handle : "")
  );
}

function crock(pen: Pen): string {
  const r = pen.size("width", 185);
  const h = pen.size("height", 360);
  const top = foot - h;
  const wood = pen.size("woodLid", 1) ? palettes.beech : pen.tone;
  const form = lathe(500, [[r * 0.93, top], [r * 0.95, top + 12], [r, top + h * 0.2], [r, top + h * 0.75], [r * 0.93, foot - 12], [r * 0.86, foot - 2, 1], [r * 0.84, foot]], 0.19);
  const lid = lathe(500, [[r * 0.97, top - 30], [r * 1.0, top - 24], [r * 1.0, top - 2]], 0.19);
  const knob = lathe(500, [[30, top - 84], [36, top - 74], [26, top - 52], [20, top - 34]], 0.24);
  const lidTop = ellipse(500, top - 30, r * 0.97, r * 0.97 * 0.19, roundLight(pen, 500 - r * 1.2, 500 + r * 1.6, { ...wood, base: mix(wood.base, wood.light, 0.4) }));
  const label = pen.size("label", 0) ? path(form.strip(-0.42, 0.42, top + h * 0.36, top + h * 0.62), palettes.cream.base, 'opacity=".92"') + writing(form, top + h * 0.43, 3) : "";
  return (
    standingShadow(pen, 500, foot + 8, r * 0.98, r * 0.24) + glaze(pen, form) + label + ellipse(504, top + 8, r * 0.95, r * 0.2, pen.tone.shade, 'opacity=".5"') +
    paintForm(pen, lid, wood) + lidTop + ellipse(508, top - 34, 40, 9, wood.shade, 'opacity=".5"') + paintForm(pen, knob, wood) + ellipse(500, top - 84, 30, 7, wood.light)
  );
}

/** Lines that read as handwriting on a paper label, bent to the form. */
function writing(form: Form, y: number, rows: number): string {
  let d = "";
  for (let row = 0; row < rows; row++) {
    const half = row === 0 ? 0.24 : 0.3 - row * 0.05;
    for (let i = 0; i <= 14; i++) {
      const [px, py] = form.at(-half + (2 * half * i) / 14, y + row * 24);
      d += `${i ? "L" : "M"}${p(px, py + (i % 2 ? -4 : 3) * (row === 0 ? 1.6 : 0.6))}`;
    }
  }
  return stroke(d, "#4b4038", 3.4, 0.7);
}

function butterDish(pen: Pen): string {
  const tray = lathe(500, [[320, foot - 34], [312, foot - 22], [240, foot - 4, 1], [232, foot]], 0.3);
  const dome = lathe(500, [[40, foot - 220], [150, foot - 208], [226, foot - 160], [236, foot - 60], [238, foot - 34]], 0.3);
  const knob = lathe(500, [[20, foot - 284], [36, foot - 266], [22, foot - 236], [30, foot - 214]], 0.3);
  return (
    standingShadow(pen, 500, foot + 8, 268, 80) + paintForm(pen, tray, pen.tone, { plain: true }) + paintMouth(pen, tray, { wall: 12 }) +
    ellipse(512, foot - 26, 256, 74, pen.tone.shade, 'opacity=".45"') + glaze(pen, dome) + paintForm(pen, knob) + ellipse(500, foot - 284, 20, 6, pen.tone.light)
  );
}

function bakingDish(pen: Pen): string {
  const [r, h] = [pen.size("width", 340), pen.size("height", 130)];
  const top = foot - h;
  const profile: Profile = [[r, top], [r * 0.96, top + h * 0.5], [r * 0.9, foot - 8, 1], [r * 0.88, foot]];
  const lug = (side: number) => {
    const [x, y] = [500 + side * (r - 30), top - 4];
    const d = `M${p(x, y - 22)}C${p(x + side * 70, y - 34)} ${p(x + side * 112, y - 16)} ${p(x + side * 108, y + 12)}C${p(x + side * 104, y + 36)} ${p(x + side * 60, y + 48)} ${p(x, y + 44)}Z`;
    return path(d, mix(pen.tone.base, pen.tone.shade, side < 0 ? 0.25 : 0.5)) + path(d, mix(pen.tone.base, pen.tone.light, side < 0 ? 0.45 : 0.2), 'transform="translate(0 -9)"');
  };
  return pot(pen, profile, 0.3, { wall: 16 }, lug(-1) + lug(1));
}

function eggCups(pen: Pen): string {
  const one = (x: number, y: number) => {
    const form = lathe(x, [[86, y - 190], [88, y - 150], [66, y - 98], [30, y - 70], [28, y - 46], [62, y - 8, 1], [64, y]], 0.22);
    const egg = lathe(x, [[4, y - 290], [44, y - 270], [70, y - 222], [74, y - 184]], 0.2);
    const shell = { ...palettes.shell, base: "#e4c3a0", light: "#f6e6d2", shade: "#a9805e", finish: "matte" as const };
    return standingShadow(pen, x, y + 4, 66, 17) + glaze(pen, form) + paintMouth(pen, form, { wall: 9 }) + paintForm(pen, egg, shell);
  };
  return one(630, foot - 70) + one(390, foot);
}

function vase(pen: Pen): string {
  const r = pen.size("width", 150);
  const h = pen.size("height", 430);
  const neck = pen.size("neck", 60);
  const shoulder = pen.size("shoulder", 0.55);
  const top = foot - h;
  const form = lathe(500, [[neck * 1.18, top], [neck, top + h * 0.08], [neck * 1.02, top + h * 0.2], [r, top + h * shoulder], [r * 0.86, foot - h * 0.16], [r * 0.6, foot - 3, 1], [r * 0.57, foot]], 0.18);
  return standingShadow(pen, 500, foot + 6, r * 0.84, r * 0.19) + stems(pen, top, neck) + glaze(pen, form) + paintMouthFront(pen, form);
}

/** Dried grasses that rise out of a neck. */
function stems(pen: Pen, top: number, neck: number): string {
  let markup = "";
  for (let i = 0; i < pen.size("stems", 0); i++) {
    const lean = (i / Math.max(1, pen.size("stems", 0) - 1) - 0.5) * 2;
    const end = [500 + lean * 190 + (pen.random() - 0.5) * 40, top - 180 - pen.random() * 90 + Math.abs(lean) * 60] as const;
    markup += stroke(`M${p(500 + lean * neck * 0.5, top + 20)}Q${p(500 + lean * neck * 1.3, top - 90)} ${p(...end)}`, "#8f8455", 4);
    const angle = (Math.atan2(end[1] - top, end[0] - 500) * 180) / Math.PI;
    for (let k = 0; k < 6; k++) {
      const back = k * 13;
      const at = [end[0] - Math.cos((angle * Math.PI) / 180) * back, end[1] - Math.sin((angle * Math.PI) / 180) * back] as const;
      for (const side of [-1, 1]) markup += ellipse(at[0], at[1], 15, 5, k % 2 ? "#c9b077" : "#b59a60", `transform="rotate(${n(angle + side * 32)} ${n(at[0])} ${n(at[1])}) translate(6 0)"`);
    }
  }
  return markup;
}

/** Only the front half of the rim, so that stems stay in the vase. */
function paintMouthFront(pen: Pen, form: Form): string {
  if (!pen.size("stems", 0)) return paintMouth(pen, form, { wall: 8 });
  const r = form.radius(form.top);
  return stroke(`M${p(form.x - r, form.top)}A${n(r)} ${n(r * form.tilt)} 0 0 0 ${p(form.x + r, form.top)}`, pen.tone.light, 7, 0.9);
}

export const pottery = {
  mug: { stage: "table", frame: [510, 590, 640], focus: [480, 520, 420], draw: mug },
  cup: { stage: "table", frame: [500, 640, 700], focus: [540, 600, 420], draw: cup },
  bowl: { stage: "table", frame: [500, 640, 800], focus: [400, 580, 420], draw: bowl },
  plate: { stage: "table", frame: [500, 690, 900], focus: [360, 690, 440], draw: plate },
  jug: { stage: "table", frame: [490, 560, 720], focus: [440, 440, 420], draw: jug },
  teapot: { stage: "table", frame: [500, 590, 860], focus: [430, 530, 440], draw: teapot },
  crock: { stage: "table", frame: [500, 570, 680], focus: [500, 470, 440], draw: crock },
  "butter-dish": { stage: "table", frame: [500, 630, 780], focus: [480, 620, 420], draw: butterDish },
  "baking-dish": { stage: "table", frame: [500, 660, 960], focus: [330, 690, 440], draw: bakingDish },
  "egg-cups": { stage: "table", frame: [510, 640, 620], focus: [440, 600, 420], draw: eggCups },
  vase: { stage: "table", frame: [500, 500, 860], focus: [500, 480, 440], draw: vase },
} satisfies Record<string, Sketch>;
