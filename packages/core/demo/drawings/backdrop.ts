import { darken, lighten, mix } from "./colour.ts";
import type { Palette } from "./palettes.ts";
import { linear, path, type Pen, radial, stroke } from "./pen.ts";
import { grain } from "./texture.ts";

/** Where a thing is seen: standing on a surface, hanging on a wall, or lying and seen from above. */
export type Stage = "table" | "wall" | "flat";

const whole = "M-500 -500H1500V1500H-500Z";

export function backdrop(pen: Pen, stage: Stage, scene: boolean): string {
  if (stage === "wall") return wall(pen) + (scene ? windowLight(pen) : "");
  if (stage === "flat") return scene ? boards(pen) : flat(pen);
  return wall(pen) + (scene ? windowLight(pen) + tabletop(pen) : floor(pen)) + glow(pen);
}

const wall = (pen: Pen) =>
  path(whole, linear(pen, [0, 0], [1000, 1000], [[0, lighten(pen.tone.ground, 0.5)], [0.5, pen.tone.ground], [1, darken(pen.tone.ground, 0.13)]]));

function floor(pen: Pen): string {
  const { ground } = pen.tone;
  const near = linear(pen, [0, 560], [0, 1000], [[0, darken(ground, 0.12), 0], [0.16, darken(ground, 0.11), 0.75], [0.4, darken(ground, 0.05), 0.8], [1, lighten(ground, 0.22), 0.9]]);
  return path("M-500 560H1500V1500H-500Z", near);
}

function tabletop(pen: Pen): string {
  const { ground } = pen.tone;
  const d = "M-500 690H1500V1500H-500Z";
  const wood = mix("#c7a880", ground, 0.35);
  const tone: Palette = { ...pen.tone, accent: darken(wood, 0.45), light: lighten(wood, 0.4) };
  return (
    path(d, linear(pen, [0, 690], [0, 1000], [[0, darken(wood, 0.16)], [0.2, wood], [1, lighten(wood, 0.22)]])) +
    grain(pen.with(tone), "M-100 690H1100V1100H-100Z", [-50, 690, 1100, 320], 0, 0.7) +
    stroke("M-500 691H1500", lighten(wood, 0.5), 3, 0.6)
  );
}

const glow = (pen: Pen) => path("M-500 -500H1500V1500H-500Z", radial(pen, [[0, "#fffaf0", 0.5], [0.5, "#fffaf0", 0.12], [1, "#fffaf0", 0]], 0.38, 0.36, 0.42));

/** Late sun through a window: four panes, slanted. */
function windowLight(pen: Pen): string {
  const pane = linear(pen, [120, 40], [620, 640], [[0, "#fff7e2", 0.62], [1, "#fff7e2", 0.12]]);
  const panes = [[60, 30], [250, 70]].flatMap(([x = 0, y = 0]) => [0, 1].map((row) => {
    const [px, py] = [x + row * 40, y + row * 250];
    return `M${px} ${py}l170 36l36 226l-170 -36z`;
  }));
  return path(panes.join(""), pane);
}

const flat = (pen: Pen) =>
  path(whole, linear(pen, [0, 0], [1000, 1000], [[0, lighten(pen.tone.ground, 0.55)], [0.45, pen.tone.ground], [1, darken(pen.tone.ground, 0.15)]])) +
  path(whole, radial(pen, [[0, "#fffaf0", 0.45], [1, "#fffaf0", 0]], 0.4, 0.38, 0.4));

function boards(pen: Pen): string {
  const wood = mix("#cdb491", pen.tone.ground, 0.45);
  const tone: Palette = { ...pen.tone, accent: darken(wood, 0.4), light: lighten(wood, 0.5) };
  const rows = [-60, 205, 470, 735, 1000].map((y, i) => {
    const colour = i % 2 ? lighten(wood, 0.08) : darken(wood, 0.03);
    const d = `M-200 ${y}H1200V${y + 262}H-200Z`;
    return path(d, colour) + grain(pen.with(tone), d, [-100, y, 1200, 262], 0, 0.55) + stroke(`M-200 ${y}H1200`, darken(wood, 0.5), 3, 0.55);
  });
  return path(whole, wood) + rows.join("") + path(whole, linear(pen, [0, 0], [1000, 1000], [[0, "#fffaf0", 0.34], [0.5, "#fffaf0", 0], [1, "#20160f", 0.2]]));
}
