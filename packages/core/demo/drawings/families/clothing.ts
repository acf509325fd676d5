import { darken, lighten, mix } from "../colour.ts";
import { type Palette, palettes } from "../palettes.ts";
import { clipped, ellipse, group, linear, n, p, path, type Pen, type Point, roundRect, stroke } from "../pen.ts";
import { castShadow, standingShadow } from "../shadow.ts";
import { restY, type Sketch } from "../sketch.ts";
import { box, camera, rod, tube } from "../solids.ts";
import { knit, stitch, twill, weave } from "../texture.ts";
import { folds, peg } from "./linens.ts";

const foot = restY;

const button = (x: number, y: number, colour: string, r = 10) => ellipse(x + 2, y + 3, r, r, "#20160f", 'opacity=".35"') + ellipse(x, y, r, r, colour) + ellipse(x - r * 0.2, y - r * 0.2, r * 0.66, r * 0.66, lighten(colour, 0.3)) + ellipse(x - 2, y, 1.6, 1.6, "#3a332c") + ellipse(x + 3, y, 1.6, 1.6, "#3a332c");

/** A shirt (0), a chore coat (1) or a smock without buttons (2), on a wooden hanger. */
function shirt(pen: Pen): string {
  const cut = pen.size("cut", 0);
  const { base, light, shade, accent } = pen.tone;
  const hemY = cut === 1 ? 850 : 870;
  const body = cut === 1
    ? `M410 230C360 244 310 262 286 286L300 420C306 560 300 720 292 ${hemY}H708C700 720 694 560 700 420L714 286C690 262 640 244 590 230Z`
    : `M410 230C360 244 310 262 286 286L304 420C310 560 306 720 300 ${hemY - 30}Q400 ${hemY + 26} 500 ${hemY}Q600 ${hemY + 26} 700 ${hemY - 30}C694 720 690 560 696 420L714 286C690 262 640 244 590 230Z`;
  const sleeve = (s: number) => {
    const x = (v: number) => n(500 + s * v);
    return `M${x(-214)} 286C${x(-262)} 320 ${x(-292)} 430 ${x(-316)} 560C${x(-330)} 640 ${x(-336)} 690 ${x(-338)} 738L${x(-232)} 752C${x(-224)} 640 ${x(-212)} 540 ${x(-194)} 440Z`;
  };
  const cuff = (s: number) => {
    const x = (v: number) => n(500 + s * v);
    return `M${x(-342)} 726L${x(-228)} 740L${x(-232)} 802L${x(-344)} 788Z`;
  };
  const thread = mix(base, accent, 0.55);
  const sleeves = [1, -1].map((s) => castShadow(sleeve(s), 18, 16, 16, 0.8) + path(sleeve(s), folds(pen, s > 0 ? 160 : 692, s > 0 ? 308 : 840, 2, 0.9)) + twill(pen, sleeve(s)) + path(cuff(s), mix(base, shade, 0.25)) + twill(pen, cuff(s)) + stitch(cuff(s), thread, 2.4, 8) + button(500 - s * 246, 770, accent, 8)).join("");
  const collar = cut === 2
    ? path("M412 226C440 270 560 270 588 226L600 250C560 296 440 296 400 250Z", mix(base, light, 0.3)) + stitch("M408 248C444 286 556 286 592 248", thread, 2.4)
    : path("M414 218C440 250 470 268 500 300L452 342C420 306 402 270 400 236Z", mix(base, light, 0.5)) + path("M586 218C560 250 530 268 500 300L548 342C580 306 598 270 600 236Z", mix(base, light, 0.12)) + stitch("M408 242C414 276 430 304 452 330L486 302M592 242C586 276 570 304 548 330L514 302", thread, 2.4);
  const placket = cut === 2 ? path("M484 282H516V470H484Z", mix(base, light, 0.15)) + stitch("M488 286V464H512V286", thread, 2.4) : path(`M482 300H520V${hemY - 2}H482Z`, mix(base, light, 0.2)) + stitch(`M487 304V${hemY - 8}M515 304V${hemY - 8}`, thread, 2.4) + Array.from({ length: cut === 1 ? 5 : 7 }, (_, i) => button(501, 340 + i * (cut === 1 ? 108 : 76), cut === 1 ? palettes.brass.base : mix(accent, "#ffffff", 0.2), cut === 1 ? 13 : 9)).join("");
  const pocket = (x: number, y: number, w: number, h: number) => { const d = `M${x} ${y}H${x + w}V${y + h - 16}L${x + w - 16} ${y + h}H${x + 16}L${x} ${y + h - 16}Z`; return castShadow(d, 3, 5, 4, 0.5) + path(d, linear(pen, [x, y], [x + w, y + h], [[0, mix(base, light, 0.35)], [1, mix(base, shade, 0.15)]])) + twill(pen, d) + stitch(d, thread, 2.4, 8) + stitch(`M${x} ${y + 20}H${x + w}`, thread, 2.4, 8); };
  const pockets = cut === 1 ? pocket(346, 640, 120, 140) + pocket(536, 640, 120, 140) + pocket(552, 400, 96, 110) : cut === 2 ? pocket(410, 640, 180, 130) : pocket(556, 420, 92, 104) + (pen.size("pockets", 1) > 1 ? pocket(352, 420, 92, 104) : "");
  const stripes = pen.size("stripes", 0) ? Array.from({ length: 26 }, (_, i) => `M${286 + i * 17} 200V900`).join("") : "";
  const checks = pen.size("checks", 0) ? Array.from({ length: 9 }, (_, i) => `M${300 + i * 50} 200V900M270 ${250 + i * 72}H730`).join("") : "";
  const hanger = stroke("M500 216V180C500 150 536 150 536 124C536 98 498 96 494 122", "#8b8f92", 8) + tube("M330 268C400 226 460 214 500 214C540 214 600 226 670 268", 26, palettes.beech);
  return (
    castShadow("M120 96H880V104H120Z", 6, 14, 8, 0.5) + rod(pen, [110, 100], [890, 100], 20, 20, palettes.iron) + hanger + sleeves + castShadow(body, 24, 22, 22, 0.9) + path("M420 222C450 250 550 250 580 222C560 262 440 262 420 222Z", darken(shade, 0.2)) + path(body, folds(pen, 290, 710, 5, 0.55)) +
    clipped(pen, body, stroke(stripes, accent, 5, 0.55) + stroke(checks, accent, 18, 0.25)) + twill(pen, body) + stitch(`M306 ${hemY - 46}Q400 ${hemY + 8} 500 ${hemY - 16}Q600 ${hemY + 8} 694 ${hemY - 46}`, thread, 2.4) + stitch("M300 300C306 340 310 390 312 440M700 300C694 340 690 390 688 440", thread, 2.4) + pockets + placket + collar
  );
}

function boots(pen: Pen): string {
  const laced = pen.size("laced", 0);
  const { base, light, shade, accent } = pen.tone;
  const shaft = pen.size("height", 380);
  const top = foot - 90 - shaft;
  const one = (dx: number, dy: number, dim: number) => {
    const d = `M400 ${top}H560C562 ${top + shaft * 0.5} 556 ${foot - 250} 572 ${foot - 200}C600 ${foot - 160} 690 ${foot - 150} 720 ${foot - 92}Q734 ${foot - 60} 726 ${foot - 34}H392C380 ${foot - 110} 404 ${foot - 180} 404 ${foot - 250}C408 ${top + shaft * 0.5} 402 ${top + 60} 400 ${top}Z`;
    const sole = `M384 ${foot - 40}H730Q742 ${foot - 20} 734 ${foot}H560V${foot - 10}H500V${foot}H388Q378 ${foot - 20} 384 ${foot - 40}Z`;
    const skin = linear(pen, [390, 0], [700, 0], [[0, mix(base, shade, 0.5)], [0.14, mix(base, light, 0.2)], [0.3, mix(base, light, 0.55)], [0.5, base], [1, mix(base, shade, 0.7)]]);
    const shine = laced ? "" : path(`M430 ${top + 40}C436 ${top + shaft * 0.5} 432 ${foot - 260} 438 ${foot - 210}L456 ${foot - 214}C452 ${foot - 260} 458 ${top + shaft * 0.5} 450 ${top + 40}Z`, "#ffffff", 'opacity=".35"') + stroke(`M600 ${foot - 148}C650 ${foot - 136} 690 ${foot - 124} 704 ${foot - 92}`, "#ffffff", 9, 0.4);
    const strap = laced ? "" : path(`M400 ${top}H560V${top + 34}H401Z`, accent) + stroke(`M402 ${top + 36}H560`, shade, 3, 0.7) + path(roundRect(500, top + 62, 70, 34, 10), mix(base, shade, 0.55)) + stroke(`M506 ${top + 66}h56`, light, 3, 0.4) + stroke(roundRect(522, top + 56, 32, 46, 7), palettes.brass.shade, 8) + stroke(roundRect(521, top + 55, 32, 46, 7), palettes.brass.light, 4) + stroke(`M538 ${top + 79}h18`, palettes.brass.base, 4);
    const eyes = Array.from({ length: 6 }, (_, i): Point => [556 + Math.max(0, i - 3) * 16, top + 30 + i * ((shaft + 10) / 6.6)]);
    const laces = laced ? path(`M520 ${top}H562C562 ${top + shaft * 0.5} 556 ${foot - 250} 572 ${foot - 200}C590 ${foot - 172} 620 ${foot - 160} 640 ${foot - 148}L600 ${foot - 130}C560 ${foot - 170} 528 ${foot - 220} 524 ${foot - 260}Z`, mix(base, shade, 0.6)) + eyes.map(([x, y], i) => stroke(`M${p(x - 42, y + 8)}L${p(x + 8, y - 6)}M${p(x - 42, y - 10)}L${p(x + 6, y + 14)}`, i % 2 ? "#e5d8bb" : "#d3c29c", 7) + ellipse(x - 44, y, 7, 7, palettes.brass.base)).join("") + stitch(`M404 ${foot - 240}C470 ${foot - 220} 540 ${foot - 170} 590 ${foot - 60}M612 ${foot - 150}C600 ${foot - 110} 604 ${foot - 70} 620 ${foot - 44}`, mix(base, light, 0.7), 3) + path(`M398 ${top - 8}Q480 ${top - 24} 562 ${top - 6}V${top + 16}H399Z`, mix(base, shade, 0.5)) + tube(`M420 ${top - 4}C400 ${top - 66} 452 ${top - 66} 440 ${top - 8}`, 9, pen.tone) : "";
    const well = laced ? "" : ellipse(480, top, 80, 15, darken(shade, 0.4)) + stroke(`M400 ${top}a80 15 0 0 0 160 0`, lighten(accent, 0.3), 4, 0.7);
    return group(standingShadow(pen, 560, foot + 2, 180, 22) + path(d, skin) + path(d, linear(pen, [0, foot - 130], [0, foot - 30], [[0, "#20160f", 0], [1, "#20160f", 0.28]])) + shine + strap + laces + well + path(sole, laced ? "#3f3228" : mix(accent, "#20160f", 0.4)) + stroke(`M388 ${foot - 38}H730`, laced ? "#c7a673" : lighten(base, 0.4), laced ? 5 : 4, 0.8) + (dim ? path(d, "#20160f", `opacity="${dim}"`) : ""), `transform="translate(${dx} ${dy})"`);
  };
  return one(60, -56, 0.14) + one(-90, 0, 0);
}

function beanie(pen: Pen): string {
  const { base, light, shade } = pen.tone;
  const dome = "M262 640C250 430 340 300 500 296C660 300 750 430 738 640Z";
  const cuff = "M246 610Q500 570 754 610Q768 690 752 770Q500 730 248 770Q232 690 246 610Z";
  const ribs = Array.from({ length: 24 }, (_, i) => { const t = (i + 0.5) / 24; return `M${n(250 + 500 * t)} ${n(612 - 42 * Math.sin(t * Math.PI) + 4)}v${n(146)}`; }).join("");
  const gather = Array.from({ length: 13 }, (_, i) => `M500 306Q${n(500 + (i - 6) * 44)} 380 ${n(500 + (i - 6) * 41)} 640`).join("");
  const fill = linear(pen, [250, 320], [740, 700], [[0, mix(base, shade, 0.1)], [0.3, mix(base, light, 0.55)], [0.6, base], [1, mix(base, shade, 0.7)]]);
  const pom = pen.size("pompom", 0) ? ellipse(500, 250, 84, 80, linear(pen, [430, 180], [570, 320], [[0, light], [0.6, base], [1, shade]])) + stroke(Array.from({ length: 60 }, () => { const [a, r] = [pen.random() * 6.283, 40 + pen.random() * 46]; return `M${p(500 + Math.cos(a) * 20, 250 + Math.sin(a) * 20)}L${p(500 + Math.cos(a) * r, 250 + Math.sin(a) * r)}`; }).join(""), mix(base, light, 0.5), 5, 0.6) : "";
  return (
    standingShadow(pen, 500, 764, 250, 40) + path(dome, fill) + knit(pen, dome, 26, 1.2) + clipped(pen, dome, stroke(gather, shade, 5, 0.35)) + path(dome, linear(pen, [0, 560], [0, 640], [[0, "#20160f", 0], [1, "#20160f", 0.3]])) + path(cuff, fill) + knit(pen, cuff, 22) + clipped(pen, cuff, stroke(ribs, shade, 7, 0.5) + stroke(ribs, light, 5, 0.4, 'transform="translate(-7 0)"')) +
    pom + castShadow("M600 670h78v50h-78z", 2, 4, 4, 0.5) + path("M600 670h78v50h-78z", palettes.tan.base) + stitch("M607 677h64v36h-64z", palettes.tan.light, 2.4, 6) + path("M626 702q8 -18 24 -14l14 -6l-10 10q-4 14 -20 14z", palettes.tan.accent)
  );
}

function scarf(pen: Pen): string {
  const tail = (x: number, long: number, lean: number) => `M${x - 60} 220C${x - 90 + lean} 400 ${x - 88 + lean} 600 ${x - 96 + lean} ${long}H${x + 70 + lean}C${x + 74 + lean} 600 ${x + 60 + lean} 400 ${x + 30} 220Z`;
  const draw = (d: string, x: number, long: number) => {
    const bands = [0, 1, 2].map((i) => stroke(`M${x - 140} ${long - 70 - i * 44}H${x + 140}`, pen.tone.accent, i === 1 ? 24 : 8, 0.75)).join("");
    const ends = Array.from({ length: 17 }, (_, i) => `M${x - 92 + i * 10} ${long - 4}q${n((pen.random() - 0.5) * 8)} 24 ${n((pen.random() - 0.5) * 12)} 54`).join("");
    return stroke(ends, mix(pen.tone.base, pen.tone.shade, 0.25), 6) + castShadow(d, 20, 18, 18, 0.8) + path(d, folds(pen, x - 110, x + 90, 3, 1)) + clipped(pen, d, bands + (pen.size("checks", 0) ? stroke(Array.from({ length: 7 }, (_, i) => `M${x - 90 + i * 30} 200V900M${x - 140} ${260 + i * 84}H${x + 140}`).join(""), pen.tone.accent, 11, 0.3) : "")) + (pen.size("knit", 0) ? knit(pen, d, 20) : weave(pen, d, 9, 1.1));
  };
  const over = "M420 236C440 150 560 150 590 236C570 270 440 274 420 236Z";
  return draw(tail(560, 720, 26), 586, 720) + draw(tail(470, 820, -14), 456, 820) + path(over, linear(pen, [420, 170], [590, 250], [[0, mix(pen.tone.base, pen.tone.light, 0.5)], [1, mix(pen.tone.base, pen.tone.shade, 0.4)]])) + weave(pen, over, 9) + peg(506, 190);
}

function socks(pen: Pen): string {
  const { base, light, shade, accent } = pen.tone;
  const d = "M420 180H560V520C566 580 610 620 690 660C740 690 736 760 680 772C600 786 500 760 450 700C416 656 420 600 420 520Z";
  const toe = "M640 636C740 680 750 760 680 772C640 778 610 772 590 764C600 720 616 672 640 636Z";
  const heel = "M420 560C416 660 440 706 492 734C500 680 470 600 420 560Z";
  const one = (where: string) => {
    const ribs = Array.from({ length: 12 }, (_, i) => `M${426 + i * 12} 184V300`).join("");
    const bands = pen.size("stripes", 1) ? [330, 372, 414].map((y) => stroke(`M400 ${y}H580`, accent, 20, 0.85)).join("") : "";
    return group(castShadow(d, 16, 16, 16) + path(d, linear(pen, [410, 200], [700, 760], [[0, mix(base, light, 0.5)], [0.5, base], [1, mix(base, shade, 0.5)]])) + clipped(pen, d, bands + path(toe, accent) + path(heel, accent) + stroke(ribs, shade, 4, 0.5)) + knit(pen, d, 17), where);
  };
  return one('transform="translate(90 -10) rotate(8 500 500)"') + one('transform="translate(-110 20) rotate(-6 500 500)"');
}

function tote(pen: Pen): string {
  const { base, light, shade, accent } = pen.tone;
  const body = "M300 420H700L724 840Q500 862 276 840Z";
  const strap = (dx: number, drop: number) => `M${396 + dx} 440C${400 + dx} ${280 + drop} 460 ${190 + drop * 0.4} 500 ${176 + drop * 0.4}C540 ${190 + drop * 0.4} ${600 - dx} ${280 + drop} ${604 - dx} 440`;
  const leather = pen.size("leather", 0);
  const tone: Palette = leather ? palettes.tan : pen.tone;
  const print = pen.size("print", 0);
  const mark = print === 1
    ? group(path("M-70 20C-66 -40 -20 -66 20 -50L70 -66L44 -28C46 30 -10 62 -60 40L-96 54Z", accent) + ellipse(22, -32, 5, 5, base) + stroke("M-20 44V76M0 44V76", accent, 6), 'transform="translate(500 620) scale(1.25)"')
    : print === 2 ? path("M280 560H720V600H280ZM278 620H722V634H278Z", accent, 'opacity=".8"') : "";
  return (
    tube(strap(10, 26), 20, { ...tone, base: mix(tone.base, tone.shade, 0.3) }) + castShadow(body, 24, 22, 22) + path("M300 420Q500 396 700 420Q500 446 300 420Z", darken(shade, 0.15)) + path(body, folds(pen, 280, 720, 4, 0.6)) + clipped(pen, body, mark + (pen.size("base", 0) ? path("M260 720H740V880H260Z", accent) : "")) + weave(pen, body, 10, 1.1) +
    stitch("M304 446Q500 470 698 446", mix(base, accent, 0.5)) + stitch("M290 824Q500 844 712 824", mix(base, accent, 0.5)) + tube(strap(0, 0), 20, tone) + [396, 604].map((x) => path(`M${x - 16} 424h32v64h-32z`, tone.base) + path(`M${x - 16} 424h32v64h-32z`, light, 'opacity=".2"') + stitch(`M${x - 10} 432h20v48h-20zl20 48m0 -48l-20 48`, mix(tone.accent, "#ffffff", 0.3), 2.4, 6)).join("") + peg(500, 166)
  );
}

function backpack(pen: Pen): string {
  const { base, light, shade } = pen.tone;
  const body = "M300 380C300 260 360 210 500 208C640 210 700 260 700 380L716 760Q716 800 672 800H328Q284 800 284 760Z";
  const flap = "M288 360C296 240 370 196 500 194C630 196 704 240 712 360L718 520Q718 548 690 548H310Q282 548 282 520Z";
  const pocket = "M340 600H660V740Q660 766 634 766H366Q340 766 340 740Z";
  const strap = (x: number) => path(`M${x - 19} 500h38v150h-38z`, linear(pen, [x - 19, 0], [x + 19, 0], [[0, palettes.tan.light], [0.5, palettes.tan.base], [1, palettes.tan.shade]])) + stitch(`M${x - 12} 506v136M${x + 12} 506v136`, palettes.tan.light, 2.4, 6) + stroke(roundRect(x - 30, 564, 60, 46, 6), palettes.brass.shade, 11) + stroke(roundRect(x - 31, 562, 60, 46, 6), palettes.brass.light, 5) + stroke(`M${x - 28} 588H${x + 4}`, palettes.brass.base, 6) + ellipse(x, 632, 4, 4, palettes.tan.accent);
  const fill = (y1: number, y2: number) => linear(pen, [290, y1], [710, y2], [[0, mix(base, light, 0.45)], [0.35, mix(base, light, 0.2)], [0.65, base], [1, mix(base, shade, 0.6)]]);
  const roll = pen.size("roll", 0) ? paintRoll(pen) : "";
  return (
    standingShadow(pen, 500, foot + 6, 250, 40) + tube("M290 330C210 380 210 660 280 740M710 330C790 380 790 660 720 740", 30, pen.tone) + tube("M440 210C440 140 560 140 560 210", 18, palettes.tan) + path(body, fill(220, 800)) + twill(pen, body, 8) + path(body, linear(pen, [0, 640], [0, 800], [[0, "#20160f", 0], [1, "#20160f", 0.32]])) +
    castShadow(pocket, 4, 6, 6, 0.6) + path(pocket, fill(600, 766)) + twill(pen, pocket, 8) + stitch("M350 610H650V738Q650 756 632 756H368Q350 756 350 738Z", mix(base, light, 0.7)) + castShadow(flap, 4, 12, 12, 0.8) + path(flap, fill(200, 548)) + twill(pen, flap, 8) + stitch("M298 362C306 256 376 208 500 206C624 208 694 256 702 362L706 518Q706 536 688 536H312Q294 536 294 518Z", mix(base, light, 0.7)) +
    strap(400) + strap(600) + path("M462 400h76v46h-76z", palettes.tan.base) + stitch("M469 407h62v32h-62z", palettes.tan.light, 2.4, 6) + roll
  );
}

function paintRoll(pen: Pen): string {
  const tone = palettes.flint;
  return rod(pen, [270, 196], [730, 196], 96, 96, tone) + ellipse(270, 196, 32, 48, tone.shade) + stroke("M270 170q20 26 0 52M262 182q10 14 0 28", tone.light, 4, 0.7) + [380, 620].map((x) => path(`M${x - 14} 144h28v106h-28z`, palettes.tan.base) + stroke(`M${x - 9} 148v98`, palettes.tan.light, 4, 0.6)).join("");
}

function toolbox(pen: Pen): string {
  const see = camera([210, 800], 22, 18, 1);
  const [w, d, h] = [540, 220, 200];
  const lidAt = (x: number) => see([x, d / 2, h + 96]);
  const [a, b] = [lidAt(110), lidAt(w - 110)];
  const clasp = (x: number) => { const [cx, cy] = see([x, -2, h - 20]); return path(`M${cx - 20} ${cy - 44}h40v76h-40z`, linear(pen, [cx - 20, 0], [cx + 20, 0], [[0, palettes.brass.light], [1, palettes.brass.shade]])) + ellipse(cx, cy + 14, 7, 7, palettes.brass.accent); };
  const wood = pen.tone.finish === "wood";
  const handle = wood
    ? box(pen, see, [0, d / 2 - 14, h], [26, 28, 150]) + box(pen, see, [w - 26, d / 2 - 14, h], [26, 28, 150]) + rod(pen, see([16, d / 2, h + 120]), see([w - 10, d / 2, h + 120]), 36, 36)
    : tube(`M${p(...a)}C${p(a[0] + 10, a[1] - 90)} ${p(b[0] - 10, b[1] - 90)} ${p(...b)}`, 20, palettes.iron) + tube(`M${p((a[0] * 3 + b[0]) / 4, a[1] - 62)}L${p((a[0] + b[0] * 3) / 4, b[1] - 64)}`, 32, palettes.beech);
  const base = standingShadow(pen, 520, 760, 330, 60, 0.8) + box(pen, see, [0, 0, 0], [w, d, h]);
  if (wood) return base + tools(pen, see, w, d, h) + handle;
  const lines = [0.3, 0.66].map((t) => stroke(`M${p(...see([0, -1, h * t]))}L${p(...see([w, -1, h * t]))}L${p(...see([w, d, h * t]))}`, pen.tone.shade, 4, 0.5) + stroke(`M${p(...see([0, -1, h * t - 5]))}L${p(...see([w, -1, h * t - 5]))}`, pen.tone.light, 3, 0.5)).join("");
  return base + lines + box(pen, see, [-10, -8, h], [w + 20, d + 16, 60]) + box(pen, see, [30, 20, h + 60], [w - 60, d - 40, 34]) + clasp(120) + clasp(w - 120) + handle;
}

/** Handles that stand out of an open box. */
function tools(pen: Pen, see: ReturnType<typeof camera>, w: number, d: number, h: number): string {
  const opening = `M${p(...see([24, 24, h]))}L${p(...see([w - 24, 24, h]))}L${p(...see([w - 24, d - 24, h]))}L${p(...see([24, d - 24, h]))}Z`;
  const at = (x: number, y: number, up: number, dx: number, tone: Palette, width: number) => { const q = see([x, y, h - 30]); return rod(pen, q, [q[0] + dx, q[1] - up], width, width * 1.2, tone); };
  return path(opening, darken(pen.tone.shade, 0.45)) + at(120, 130, 150, -20, palettes["enamel-red"], 30) + at(200, 150, 190, 6, palettes.beech, 26) + at(300, 140, 130, 24, palettes.steel, 14) + at(390, 150, 170, 12, palettes["enamel-green"], 28);
}

export const clothing = {
  shirt: { stage: "wall", frame: [500, 490, 940], focus: [540, 400, 380], draw: shirt },
  boots: { stage: "table", frame: [520, 580, 800], focus: [490, 440, 380], draw: boots },
  beanie: { stage: "table", frame: [500, 550, 760], focus: [440, 600, 360], draw: beanie },
  scarf: { stage: "wall", frame: [510, 510, 880], focus: [480, 680, 360], draw: scarf },
  socks: { stage: "flat", frame: [530, 490, 820], focus: [440, 380, 360], draw: socks },
  tote: { stage: "wall", frame: [500, 510, 860], focus: [480, 520, 380], draw: tote },
  backpack: { stage: "table", frame: [500, 490, 860], focus: [440, 560, 380], draw: backpack },
  toolbox: { stage: "table", frame: [540, 610, 860], focus: [480, 640, 400], draw: toolbox },
} satisfies Record<string, Sketch>;
