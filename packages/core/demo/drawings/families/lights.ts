import { darken, lighten, mix } from "../colour.ts";
import { hoop, lathe, paintForm, paintMouth, type Profile, roundLight } from "../lathe.ts";
import { type Palette, palettes } from "../palettes.ts";
import { clipped, ellipse, group, linear, n, p, path, type Pen, type Point, radial, stroke } from "../pen.ts";
import { castShadow, standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { rod, tube } from "../solids.ts";
import { weave } from "../texture.ts";
import { paintGlass } from "./glassware.ts";

const foot = restY;

const halo = (pen: Pen, x: number, y: number, r: number, strength = 0.6) => ellipse(x, y, r, r, radial(pen, [[0, "#fff1c4", strength], [0.45, "#ffe9ae", strength * 0.42], [1, "#ffe9ae", 0]]));

/** A lit cloth shade: brightest in the middle, warm at its lower edge. */
function clothShade(pen: Pen, x: number, y: number, top: number, bottom: number, height: number, tone: Palette): string {
  const form = lathe(x, [[top, y], [bottom, y + height]], 0.13);
  const lit = linear(pen, [x - bottom, 0], [x + bottom, 0], [[0, mix(tone.base, tone.shade, 0.35)], [0.25, mix(tone.light, "#fff1cf", 0.6)], [0.5, "#fff6e0"], [0.72, mix(tone.base, "#ffeec6", 0.55)], [1, mix(tone.base, tone.shade, 0.6)]]);
  const fall = linear(pen, [0, y], [0, y + height], [[0, tone.shade, 0.35], [0.5, tone.base, 0.05], [1, "#f0b765", 0.28]]);
  return (
    path(form.outline, mix(tone.base, "#fff1d6", 0.4)) + path(form.outline, lit, 'opacity=".85"') + path(form.outline, fall) + weave(pen, form.outline, 7, 0.7) +
    ellipse(x, y, top, top * 0.13, mix(tone.shade, "#fff0cf", 0.55)) + ellipse(x, y + 2, top * 0.9, top * 0.1, "#fff6df", 'opacity=".9"') + hoop(form, y + height - 6, mix(tone.base, tone.shade, 0.5), 7, 0.7) + hoop(form, y + 6, mix(tone.base, tone.shade, 0.5), 5, 0.6)
  );
}

const shadeTones: readonly Palette[] = [palettes.linen, palettes.calico, palettes.mustard, palettes.forest, palettes.rose, palettes.slate];
const shadeOf = (pen: Pen) => shadeTones[pen.size("shade", 0)] ?? palettes.linen;

const flex = (from: Point, colour = "#5d4b3a") => {
  const d = `M${p(...from)}C${p(from[0] + 90, from[1] + 40)} ${p(from[0] + 150, from[1] - 30)} ${p(from[0] + 240, from[1] + 26)}S${p(from[0] + 420, from[1] + 30)} ${p(from[0] + 620, from[1] - 10)}`;
  return stroke(d, "#20160f", 9, 0.12, 'transform="translate(3 6)"') + stroke(d, colour, 6);
};

function tableLamp(pen: Pen): string {
  const [r, h] = [pen.size("width", 130), pen.size("height", 260)];
  const style = pen.size("style", 0);
  const [st, sb, sh] = [pen.size("shadeTop", 130), pen.size("shadeBottom", 220), pen.size("shadeHeight", 230)];
  const top = foot - h;
  const profile: Profile =
    style === 1 ? [[22, top], [24, top + h * 0.5], [26, foot - 40], [r * 0.9, foot - 26], [r, foot - 8, 1], [r, foot]]
    : style === 2 ? [[24, top], [44, top + 26], [26, top + 56], [30, top + h * 0.4], [58, top + h * 0.6], [34, foot - 50], [r, foot - 22], [r, foot]]
    : [[30, top], [44, top + h * 0.12], [r * 0.94, top + h * 0.45], [r, top + h * 0.66], [r * 0.8, foot - 16], [r * 0.66, foot - 2, 1], [r * 0.64, foot]];
  const form = lathe(500, profile, 0.18);
  const neck = rod(pen, [500, top - 70], [500, top + 6], 16, 22, palettes.brass);
  return (
    halo(pen, 500, top - sh * 0.5, 460, 0.55) + standingShadow(pen, 500, foot + 4, form.radius(foot) * 1.06, form.radius(foot) * 0.24) + flex([500 + form.radius(foot) * 0.8, foot + 4]) +
    paintForm(pen, form, pen.tone, { specks: pen.tone.finish === "glaze" ? 70 : 0 }) + path(form.outline, linear(pen, [0, top], [0, top + 120], [[0, "#ffd993", 0.4], [1, "#ffd993", 0]])) + neck + clothShade(pen, 500, top - sh - 20, st, sb, sh, shadeOf(pen))
  );
}

function deskLamp(pen: Pen): string {
  const elbow: Point = [330, 420];
  const head: Point = [620, 260];
  const base = lathe(470, [[130, foot - 26], [140, foot - 16], [140, foot]], 0.22);
  const joint = (q: Point) => ellipse(q[0], q[1], 20, 20, palettes.brass.shade) + ellipse(q[0] - 3, q[1] - 3, 15, 15, palettes.brass.base) + ellipse(q[0] - 6, q[1] - 6, 6, 6, "#fff6dc");
  const hood = lathe(0, [[34, -96], [60, -70], [70, -30], [130, 60], [140, 84]], 0.16);
  const hoodArt = paintForm(pen, hood) + ellipse(0, 84, 140, 22, "#fff3cd") + ellipse(0, 88, 104, 14, "#fffbe9");
  const beam = path("M520 330L330 820H900L760 300Z", linear(pen, [640, 300], [620, 820], [[0, "#fff0c0", 0.55], [1, "#fff0c0", 0]]));
  return (
    standingShadow(pen, 470, foot + 4, 140, 32) + flex([560, foot + 2]) + rod(pen, [470, foot - 22], elbow, 17, 17, pen.tone) + rod(pen, [488, foot - 22], [elbow[0] + 16, elbow[1]], 10, 10, palettes.brass) +
    paintForm(pen, base) + ellipse(470, foot - 26, 130, 28, mix(pen.tone.base, pen.tone.light, 0.5)) + joint([474, foot - 34]) + beam + rod(pen, elbow, head, 17, 17, pen.tone) + joint(elbow) + group(hoodArt, `transform="translate(${head[0] + 30} ${head[1] + 30}) rotate(-24)"`) + joint(head)
  );
}

function floorLamp(pen: Pen): string {
  const top = 380;
  const leg = (x: number, y: number, w = 22) => rod(pen, [500 + (x - 500) * 0.06, top], [x, y], w, w * 0.8);
  return (
    halo(pen, 500, 230, 430, 0.55) + standingShadow(pen, 500, 846, 190, 30, 0.7) + leg(560, 800, 18) + leg(330, 850) + leg(664, 866) +
    stroke("M440 640L560 626", palettes.brass.base, 6) + rod(pen, [500, 300], [500, top + 20], 20, 30, palettes.brass) + clothShade(pen, 500, 90, pen.size("shadeTop", 150), pen.size("shadeBottom", 210), 230, shadeOf(pen))
  );
}

function pendant(pen: Pen): string {
  const style = pen.size("style", 0);
  const r = pen.size("width", 270);
  const h = pen.size("height", 260);
  const y = 330;
  const profile: Profile =
    style === 1 ? [[26, y], [r * 0.5, y + h * 0.3], [r, y + h]]
    : style === 2 ? [[30, y], [r * 0.8, y + h * 0.25], [r, y + h * 0.62], [r * 0.86, y + h * 0.95], [r * 0.7, y + h]]
    : style === 3 ? [[40, y], [60, y + 40], [66, y + h * 0.44, 1], [r, y + h * 0.62], [r * 1.04, y + h * 0.66]]
    : [[28, y], [r * 0.62, y + h * 0.2], [r * 0.94, y + h * 0.62], [r, y + h]];
  const form = lathe(500, profile, 0.13);
  const rb = form.radius(form.bottom);
  const inside = radial(pen, [[0, "#fffdf0"], [0.35, "#ffefbd"], [1, mix(pen.tone.light, "#f3cf8a", 0.5)]]);
  const cloth = pen.tone.finish === "cloth";
  const glass = pen.tone.finish === "glass";
  const cap = lathe(500, [[14, y - 56], [26, y - 40], [30, y + 4]], 0.16);
  const bulb = ellipse(500, y + h * 0.5, 48, 54, "#fff3c8") + halo(pen, 500, y + h * 0.5, 160, 0.9);
  const ribs = pen.size("ribs", 0) ? Array.from({ length: 11 }, (_, i) => stroke(`M${p(...form.at(Math.sin((i / 10 - 0.5) * 2.9), y + 14))}L${Array.from({ length: 9 }, (_, k) => p(...form.at(Math.sin((i / 10 - 0.5) * 2.9), y + 14 + ((h - 16) * (k + 1)) / 9))).join("L")}`, pen.tone.shade, 3, 0.4)).join("") : "";
  return (
    halo(pen, 500, y + h + 40, 420, 0.55) + castShadow(form.outline, 90, 70, 40, 0.35) + stroke(`M500 -400V${y - 50}`, "#4e4136", 7) + stroke(`M498 -400V${y - 50}`, "#a08d78", 2, 0.7) +
    (glass ? bulb + paintGlass(pen, form, pen.tone, false) : cloth ? clothShade(pen, 500, y, form.radius(y), rb, h, pen.tone) : paintForm(pen, form)) + ribs + paintForm(pen, cap, palettes.brass) +
    (glass || cloth ? "" : ellipse(500, form.bottom, rb, rb * 0.13, mix(pen.tone.base, pen.tone.light, 0.5)) + ellipse(500, form.bottom + 2, rb - 9, rb * 0.13 - 5, inside) + ellipse(500, form.bottom - 2, 46, 20, "#fffef6"))
  );
}

/** A flame on its wick; `s` is its height. */
export function flame(pen: Pen, x: number, y: number, s: number): string {
  const d = `M${p(x, y - s)}C${p(x + s * 0.12, y - s * 0.62)} ${p(x + s * 0.3, y - s * 0.42)} ${p(x + s * 0.24, y - s * 0.18)}C${p(x + s * 0.18, y + s * 0.04)} ${p(x - s * 0.18, y + s * 0.04)} ${p(x - s * 0.24, y - s * 0.18)}C${p(x - s * 0.28, y - s * 0.42)} ${p(x - s * 0.08, y - s * 0.62)} ${p(x, y - s)}Z`;
  return (
    halo(pen, x, y - s * 0.4, s * 2.6, 0.75) + stroke(`M${p(x, y + s * 0.24)}Q${p(x + 3, y)} ${p(x - 1, y - s * 0.14)}`, "#33281f", Math.max(3, s * 0.06)) +
    path(d, linear(pen, [0, y - s], [0, y], [[0, "#ffd98a"], [0.45, "#fff3c4"], [0.75, "#ffc765"], [0.94, "#e08a3a", 0.85], [1, "#6f86b8", 0.7]])) + ellipse(x, y - s * 0.32, s * 0.09, s * 0.2, "#fffef2", 'opacity=".9"')
  );
}

function jarCandle(pen: Pen): string {
  const [r, h] = [pen.size("width", 150), pen.size("height", 270)];
  const top = foot - h;
  const tinned = pen.size("tin", 0);
  const vessel = [palettes.clear, palettes.amber, palettes["bottle-green"], palettes.smoke][pen.size("glass", 0)] ?? palettes.clear;
  const form = lathe(500, [[r, top], [r, foot - 16], [r * 0.95, foot]], 0.2);
  const wax = lathe(500, [[r - 11, top + 62], [r - 11, foot - 22]], 0.2);
  const label = path(form.strip(-0.5, 0.5, top + h * 0.42, top + h * 0.8), "#f4ecd8") + path(form.strip(-0.34, 0.34, top + h * 0.5, top + h * 0.525), pen.tone.accent) + path(form.strip(-0.24, 0.24, top + h * 0.6, top + h * 0.62), "#6b5f50") + path(form.strip(-0.16, 0.16, top + h * 0.68, top + h * 0.7), "#6b5f50");
  if (tinned) {
    return standingShadow(pen, 500, foot + 4, r, r * 0.24) + paintForm(pen, form, palettes.steel) + paintMouth(pen, form, { wall: 8, inside: palettes.steel, content: { colour: pen.tone.base, depth: 22 } }) + label + flame(pen, 500, top + 14, 92);
  }
  return (
    standingShadow(pen, 500, foot + 4, r, r * 0.24, 0.8) + paintForm(pen, wax) + ellipse(500, top + 62, r - 11, (r - 11) * 0.2, lighten(pen.tone.light, 0.25)) + ellipse(500, top + 62, r * 0.4, r * 0.08, "#fff3cf") + flame(pen, 500, top + 40, 100) + paintGlass(pen, form, vessel) + label
  );
}

function pillars(pen: Pen): string {
  const one = (x: number, y: number, r: number, h: number) => {
    const form = lathe(x, [[r * 0.94, y - h], [r, y - h + 12], [r, y - 6], [r * 0.97, y]], 0.22);
    const pool = ellipse(x, y - h, r * 0.94, r * 0.94 * 0.22, mix(pen.tone.light, "#fff2cc", 0.4)) + ellipse(x, y - h + 2, r * 0.6, r * 0.13, mix(pen.tone.base, "#ffe7a6", 0.6));
    const drip = path(`M${p(x - r * 0.5, y - h + r * 0.15)}q${n(r * 0.06)} ${n(h * 0.3)} ${n(r * 0.12)} ${n(h * 0.3)}t${n(r * 0.12)} ${n(-h * 0.27)}z`, mix(pen.tone.base, pen.tone.light, 0.7));
    return standingShadow(pen, x, y + 3, r, r * 0.26) + paintForm(pen, form) + path(form.outline, linear(pen, [0, y - h], [0, y - h * 0.5], [[0, "#ffe5a0", 0.5], [1, "#ffe5a0", 0]])) + pool + drip + flame(pen, x, y - h - 6, 84);
  };
  return pen.size("count", 3) === 1 ? one(500, foot, 112, pen.size("height", 330)) : one(560, foot - 70, 88, 400) + one(390, foot - 14, 90, 270) + one(650, foot + 16, 84, 180);
}

/** Dipped tapers that hang by their shared wick, as they left the workshop. */
function tapers(pen: Pen): string {
  const pair = (x: number, long: number) => {
    const wick = `M${x - 36} 300C${x - 34} 210 ${x - 16} 176 ${x} 168C${x + 16} 176 ${x + 34} 210 ${x + 36} 300`;
    const candle = (cx: number) => {
      const form = lathe(cx, [[5, 286], [14, 304], [23, 380], [28, 300 + long - 20], [25, 300 + long]], 0.25);
      return castShadow(form.outline, 14, 12, 12, 0.7) + paintForm(pen, form);
    };
    return stroke(wick, "#e9dfc8", 6) + stroke(wick, "#a89a7e", 2, 0.6) + candle(x - 36) + candle(x + 36);
  };
  const rail = castShadow("M120 150H880V186H120Z", 10, 18, 12) + rod(pen, [110, 168], [890, 168], 30, 30, palettes.oak);
  return rail + pair(300, 440) + pair(500, 470) + pair(700, 440);
}

function candlestick(pen: Pen): string {
  const one = (x: number, h: number, y: number, waxTone: Palette) => {
    const top = y - h;
    const form = lathe(x, [[40, top], [42, top + 12], [22, top + 26], [30, top + 54], [18, top + 76], [15, top + h * 0.5], [24, top + h * 0.66], [16, top + h * 0.74], [26, y - 46], [88, y - 22], [96, y - 8, 1], [96, y]], 0.22);
    const taper = lathe(x, [[5, top - 250], [12, top - 236], [19, top - 180], [24, top + 2]], 0.22);
    return standingShadow(pen, x, y + 4, 98, 24) + paintForm(pen, form) + ellipse(x, top, 40, 9, mix(pen.tone.base, pen.tone.light, 0.5)) + paintForm(pen, taper, waxTone) + flame(pen, x, top - 256, 70);
  };
  const wax = [palettes.ivory, palettes["wax-red"], palettes["wax-green"], palettes.beeswax][pen.size("wax", 0)] ?? palettes.ivory;
  const h = pen.size("height", 270);
  return pen.size("pair", 0) ? one(610, h * 1.24, foot - 50, wax) + one(395, h * 0.86, foot, wax) : one(500, h, foot, wax);
}

function chamberstick(pen: Pen): string {
  const dish = lathe(480, [[210, foot - 46], [200, foot - 26], [150, foot - 4, 1], [146, foot]], 0.26);
  const socket = lathe(480, [[52, foot - 150], [44, foot - 138], [40, foot - 60], [60, foot - 26]], 0.26);
  const taper = lathe(480, [[10, foot - 420], [30, foot - 400], [36, foot - 148]], 0.2);
  const ringHandle = tube(`M680 ${foot - 40}C760 ${foot - 120} 830 ${foot - 60} 770 ${foot - 20}C740 ${foot - 2} 700 ${foot - 14} 672 ${foot - 28}`, 17, pen.tone);
  const rim = pen.tone.finish === "enamel" ? { rim: pen.tone.accent } : {};
  return standingShadow(pen, 480, foot + 4, 176, 44) + ringHandle + paintForm(pen, dish) + paintMouth(pen, dish, { wall: 9, ...rim }) + paintForm(pen, socket) + ellipse(480, foot - 150, 52, 13, mix(pen.tone.base, pen.tone.light, 0.5)) + paintForm(pen, taper, palettes.ivory) + flame(pen, 480, foot - 424, 84);
}

function lantern(pen: Pen): string {
  const [w, h] = [pen.size("width", 150), pen.size("height", 360)];
  const [top, x] = [foot - h, 500];
  const bar = (dx: number, y1: number, y2: number, width: number) => rod(pen, [x + dx, y1], [x + dx, y2], width, width, pen.tone, "flat");
  const slab = (y: number, half: number, thick: number) => path(`M${x - half} ${y}L${x - half + 34} ${y - 26}H${x + half + 30}L${x + half} ${y}Z`, pen.tone.light) + path(`M${x - half} ${y}H${x + half}V${y + thick}H${x - half}Z`, linear(pen, [x - half, 0], [x + half, 0], [[0, mix(pen.tone.base, pen.tone.light, 0.5)], [1, pen.tone.base]])) + path(`M${x + half} ${y}L${x + half + 30} ${y - 26}V${y + thick - 26}L${x + half} ${y + thick}Z`, pen.tone.shade);
  const pane = `M${x - w + 10} ${top + 20}H${x + w - 10}V${foot - 26}H${x - w + 10}Z`;
  const wax = lathe(x + 8, [[50, foot - 170], [54, foot - 150], [54, foot - 34]], 0.2);
  const roof = `M${x - w * 0.98} ${top - 6}L${x - 44} ${top - 92}H${x + 62}L${x + w + 24} ${top - 26}L${x + w - 2} ${top - 4}Z`;
  const chimney = lathe(x + 8, [[34, top - 124], [46, top - 108], [40, top - 84]], 0.2);
  const rays = linear(pen, [x - w, top], [x + w, foot], [[0, "#ffffff", 0.4], [0.3, "#ffffff", 0.08], [0.55, "#ffffff", 0.3], [0.6, "#ffffff", 0.05], [1, "#ffffff", 0.12]]);
  return (
    standingShadow(pen, x + 20, foot + 2, w + 26, 34) + halo(pen, x, foot - 180, 420, 0.5) + tube(`M${x - 70} ${top - 60}C${x - 76} ${top - 226} ${x + 92} ${top - 226} ${x + 86} ${top - 60}`, 11, pen.tone) +
    bar(-w + 44, top, foot - 40, 10) + bar(w + 18, top - 14, foot - 30, 12) + slab(foot - 20, w, 24) + paintForm(pen, wax, palettes.ivory) + ellipse(x + 8, foot - 170, 50, 10, "#fff4d4") + flame(pen, x + 8, foot - 178, 78) +
    path(pane, "#fff6dc", 'opacity=".16"') + path(pane, rays) + bar(-w + 8, top - 6, foot - 10, 17) + bar(w - 8, top - 6, foot - 10, 17) + stroke(`M${x - w + 12} ${top + h * 0.42}H${x + w - 12}`, pen.tone.base, 7) + slab(top, w, 18) + path(roof, roundLight(pen, x - w, x + w + 20)) + stroke(`M${x - w * 0.98} ${top - 6}L${x - 44} ${top - 92}`, pen.tone.light, 3, 0.6) + paintForm(pen, chimney)
  );
}

function matches(pen: Pen): string {
  const body = "M300 420H700V600H300Z";
  const stick = (x: number, y: number, turn: number) => group(castShadow(`M${x} ${y}h260v12h-260z`, 6, 8, 6) + path(`M${x} ${y}h260v12h-260z`, palettes.ash.base) + path(`M${x} ${y}h260v4h-260z`, palettes.ash.light) + ellipse(x + 262, y + 6, 15, 10, pen.tone.accent) + ellipse(x + 258, y + 3, 6, 4, lighten(pen.tone.accent, 0.5)), `transform="rotate(${turn} ${x} ${y})"`);
  const d = clipped(pen, body, path("M300 420H700V446H300Z", pen.tone.accent) + path("M300 574H700V600H300Z", darken(pen.tone.shade, 0.3)) + ellipse(500, 508, 54, 44, lighten(pen.tone.light, 0.5)) + path("M462 520C480 486 506 480 520 492L548 482L530 502C530 530 500 540 462 520Z", pen.tone.accent) + stroke("M500 530V542M510 530V542", pen.tone.accent, 3));
  return group(castShadow(body, 16, 22, 16) + path("M300 600H700V622H300Z", pen.tone.shade) + path(body, linear(pen, [300, 420], [700, 600], [[0, pen.tone.light], [1, pen.tone.base]])) + d, 'transform="rotate(-16 500 500)"') + stick(360, 700, -8) + stick(420, 748, 6) + stick(330, 290, -24);
}

export const lights = {
  "table-lamp": { stage: "table", frame: [500, 530, 820], focus: [500, 600, 400], draw: tableLamp },
  "desk-lamp": { stage: "table", frame: [520, 540, 820], focus: [560, 330, 420], draw: deskLamp },
  "floor-lamp": { stage: "table", frame: [500, 480, 900], focus: [500, 330, 420], draw: floorLamp },
  pendant: { stage: "wall", frame: [500, 450, 840], focus: [470, 420, 440], draw: pendant },
  "jar-candle": { stage: "table", frame: [500, 620, 640], focus: [500, 610, 360], draw: jarCandle },
  "pillar-candles": { stage: "table", frame: [510, 570, 760], focus: [480, 480, 380], draw: pillars },
  "taper-candles": { stage: "wall", frame: [500, 460, 860], focus: [500, 330, 360], draw: tapers },
  candlestick: { stage: "table", frame: [500, 470, 900], focus: [480, 620, 380], draw: candlestick },
  chamberstick: { stage: "table", frame: [520, 590, 720], focus: [540, 680, 400], draw: chamberstick },
  lantern: { stage: "table", frame: [510, 560, 800], focus: [510, 600, 380], draw: lantern },
  matches: { stage: "flat", frame: [500, 520, 720], focus: [500, 470, 340], draw: matches },
} satisfies Record<string, Sketch>;
