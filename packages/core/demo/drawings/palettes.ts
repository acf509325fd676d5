import { darken, lighten, mix } from "./colour.ts";

/** How light behaves on a surface; artists choose texture and highlight by it. */
export type Finish = "glaze" | "matte" | "enamel" | "metal" | "wood" | "glass" | "cloth" | "leather" | "wax" | "paper";

export interface Palette {
  base: string;
  shade: string;
  light: string;
  accent: string;
  ground: string;
  finish: Finish;
}

const paper = "#ebe5da";
const sand = "#e9dcc6";
const mist = "#dbe2e4";
const sage = "#dde2d4";
const blush = "#eedfd5";
const stone = "#e2ded7";
const dusk = "#d3d3d2";

function tone(finish: Finish, base: string, accent: string, ground: string, depth = 0.42): Palette {
  const shade = mix(darken(base, depth), accent, 0.08);
  return { finish, base, accent, ground, shade, light: lighten(base, 0.5) };
}

export const palettes = {
  // Glazes
  oat: tone("glaze", "#dccdb2", "#8a6b48", sage),
  chalk: tone("glaze", "#efebe2", "#a89e8d", mist, 0.34),
  moss: tone("glaze", "#7d8560", "#3e4630", sand),
  ink: tone("glaze", "#3b4a5e", "#c9b48a", paper, 0.5),
  rust: tone("glaze", "#b0623d", "#5d2f1c", mist),
  ochre: tone("glaze", "#d0a04a", "#7c5520", stone),
  sky: tone("glaze", "#9db7c4", "#4d6a7b", blush),
  celadon: tone("glaze", "#a9c0ae", "#58715f", sand),
  charcoal: tone("glaze", "#4a4846", "#b8a78d", stone, 0.52),
  pebble: tone("glaze", "#b7b2a8", "#5e5952", paper),
  shell: tone("glaze", "#e0b9a6", "#93604e", sage),
  plum: tone("glaze", "#70495a", "#d1b0a5", blush, 0.46),
  // Enamel and lacquer
  "enamel-white": tone("enamel", "#f0ede4", "#2f4466", sage, 0.34),
  "enamel-cream": tone("enamel", "#ecdfbf", "#3f5a49", mist, 0.36),
  "enamel-green": tone("enamel", "#4f6f5c", "#22332a", sand, 0.46),
  "enamel-blue": tone("enamel", "#3f5f85", "#1c2b42", paper, 0.46),
  "enamel-red": tone("enamel", "#b0443a", "#571d1a", stone, 0.44),
  "enamel-black": tone("enamel", "#3a3837", "#15130f", sand, 0.5),
  "enamel-mustard": tone("enamel", "#cf9c3b", "#6f4c15", mist, 0.42),
  "enamel-grey": tone("enamel", "#8f969a", "#444a4e", blush, 0.42),
  // Metals
  steel: tone("metal", "#b9bec1", "#5f676c", sand, 0.5),
  iron: tone("metal", "#4b4a4a", "#8d8780", stone, 0.55),
  copper: tone("metal", "#c07f57", "#6d3a22", mist, 0.46),
  brass: tone("metal", "#c5a259", "#6b4f1e", dusk, 0.48),
  zinc: tone("metal", "#9aa3a6", "#5b6467", blush, 0.42),
  // Woods
  oak: tone("wood", "#c9a271", "#85602f", mist, 0.38),
  walnut: tone("wood", "#7d573b", "#3f281a", sand, 0.46),
  beech: tone("wood", "#dcb88c", "#a0713f", sage, 0.36),
  ash: tone("wood", "#e0cba6", "#a8875a", blush, 0.34),
  olivewood: tone("wood", "#b98b4e", "#5a3b1b", stone, 0.4),
  "black-ash": tone("wood", "#4a4441", "#1f1c1a", paper, 0.5),
  // Glass
  clear: tone("glass", "#cbdada", "#5f7a7d", "#d3d7d2", 0.42),
  smoke: tone("glass", "#85807a", "#403c38", stone, 0.46),
  "bottle-green": tone("glass", "#6d9278", "#2c4a37", sand, 0.48),
  amber: tone("glass", "#c58a3e", "#6c431a", paper, 0.46),
  "sea-glass": tone("glass", "#9cc4bf", "#4b7874", blush, 0.4),
  // Cloth
  linen: tone("cloth", "#d9ccb4", "#8d7a5d", sage, 0.3),
  calico: tone("cloth", "#ebe4d4", "#40546e", mist, 0.28),
  "white-linen": tone("cloth", "#f1eee7", "#b4493d", sand, 0.26),
  indigo: tone("cloth", "#3f5273", "#e4dccb", paper, 0.4),
  madder: tone("cloth", "#a5503f", "#ead9c3", stone, 0.4),
  mustard: tone("cloth", "#cd9b43", "#6a4a18", mist, 0.36),
  forest: tone("cloth", "#4a5f4a", "#d8cfae", sand, 0.42),
  slate: tone("cloth", "#6f7c86", "#e6e0d3", blush, 0.38),
  rose: tone("cloth", "#cf9f95", "#7d463f", sage, 0.34),
  navy: tone("cloth", "#2f3a4f", "#c9a968", stone, 0.44),
  flint: tone("cloth", "#8d8a84", "#3f3d3a", paper, 0.36),
  heather: tone("cloth", "#95839a", "#e3dccf", stone, 0.36),
  // Clay, leather, wax, paper
  terracotta: tone("matte", "#c57a52", "#7d4229", sage, 0.38),
  basalt: tone("matte", "#55554f", "#2a2a26", sand, 0.46),
  sandstone: tone("matte", "#d3bd97", "#8d7549", mist, 0.34),
  concrete: tone("matte", "#b4b2ac", "#6c6a64", blush, 0.36),
  tan: tone("leather", "#b07a48", "#5d3a1d", mist, 0.44),
  chestnut: tone("leather", "#6b4029", "#2f1a10", sand, 0.48),
  "wellington-green": tone("leather", "#4d5f47", "#252f22", sand, 0.48),
  beeswax: tone("wax", "#d9a94f", "#8a5f1c", stone, 0.34),
  ivory: tone("wax", "#efe6d2", "#a08c66", sage, 0.28),
  "wax-green": tone("wax", "#7f9579", "#44573f", blush, 0.36),
  "wax-red": tone("wax", "#a64b41", "#5c211c", mist, 0.4),
  "wax-blue": tone("wax", "#7590a4", "#3a5163", sand, 0.36),
  kraft: tone("paper", "#c8a67c", "#6d4f2c", sage, 0.34),
  cream: tone("paper", "#efe6d0", "#6f7f4f", stone, 0.28),
  marigold: tone("paper", "#e7b352", "#a8472b", mist, 0.36),
  leaf: tone("paper", "#8ca06a", "#3c4f2c", blush, 0.38),
  poppy: tone("paper", "#cb6a52", "#3d4a33", sand, 0.38),
} satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;
