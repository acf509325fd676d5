import type { DrawingKind } from "./kinds.ts";
import type { PaletteName } from "./palettes.ts";

export interface Companion {
  kind: DrawingKind;
  palette: PaletteName;
  shape?: Record<string, number>;
  /** Where the middle of its foot comes to stand. */
  at: readonly [x: number, y: number];
  scale: number;
  turn?: number;
  inFront?: boolean;
}

export interface Scene {
  /** Size and shift of the product itself. */
  self?: readonly [scale: number, dx: number, dy: number];
  things: readonly Companion[];
}

/** What keeps a product company in its "scene" view; behind it unless said otherwise. */
export const companions: Partial<Record<DrawingKind, Scene>> = {
  mug: { self: [0.92, -120, 70], things: [{ kind: "teapot", palette: "pebble", at: [735, 770], scale: 0.62 }] },
  cup: { self: [0.95, -110, 90], things: [{ kind: "jug", palette: "chalk", shape: { milk: 1 }, at: [765, 790], scale: 0.62 }] },
  bowl: { self: [0.9, -110, 90], things: [{ kind: "jug", palette: "ink", shape: { milk: 1 }, at: [770, 770], scale: 0.64 }] },
  plate: { self: [0.84, -110, 74], things: [{ kind: "carafe", palette: "smoke", shape: { cork: 1 }, at: [780, 760], scale: 0.7 }] },
  jug: { self: [0.98, -130, 70], things: [{ kind: "cup", palette: "oat", at: [740, 880], scale: 0.62, inFront: true }] },
  teapot: { self: [0.86, -60, 20], things: [{ kind: "mug", palette: "oat", shape: { height: 280, dip: 0.14 }, at: [800, 880], scale: 0.5, inFront: true }, { kind: "mug", palette: "rust", shape: { height: 280 }, at: [620, 905], scale: 0.5, inFront: true }] },
  tumbler: { self: [0.86, -130, 80], things: [{ kind: "carafe", palette: "clear", shape: { cork: 1 }, at: [770, 790], scale: 0.9 }] },
  "wine-glass": { self: [1, -150, 90], things: [{ kind: "carafe", palette: "clear", shape: { wine: 1, neck: 0.34 }, at: [740, 790], scale: 0.86 }] },
  saucepan: { self: [0.84, -40, 90], things: [{ kind: "crock", palette: "pebble", shape: { label: 1 }, at: [760, 740], scale: 0.66 }] },
  "frying-pan": { self: [0.8, -70, 76], things: [{ kind: "pepper-mill", palette: "walnut", shape: { pair: 1 }, at: [770, 730], scale: 0.66 }] },
  casserole: { self: [0.92, -70, 90], things: [{ kind: "carafe", palette: "clear", at: [800, 750], scale: 0.6 }, { kind: "crock", palette: "oat", at: [150, 740], scale: 0.5 }] },
  kettle: { self: [0.86, -60, 40], things: [{ kind: "mug", palette: "enamel-white", shape: { height: 290, specks: 0 }, at: [800, 880], scale: 0.5, inFront: true }, { kind: "mug", palette: "enamel-green", shape: { height: 290, specks: 0 }, at: [650, 910], scale: 0.5, inFront: true }] },
  knife: { self: [0.92, -60, 90], things: [{ kind: "chopping-board", palette: "oak", at: [720, 640], scale: 0.8, turn: 34 }] },
  "wooden-spoon": { self: [0.94, -90, 20], things: [{ kind: "knife", palette: "walnut", shape: { length: 260, depth: 56, angle: -70 }, at: [800, 800], scale: 0.72 }] },
  crock: { self: [1, -130, 90], things: [{ kind: "jar", palette: "clear", shape: { cork: 1, content: 1, beans: 90 }, at: [760, 790], scale: 0.8 }] },
  blanket: { self: [0.86, -90, 100], things: [{ kind: "lantern", palette: "zinc", at: [790, 800], scale: 0.66 }] },
  "table-lamp": { self: [0.9, -90, 80], things: [{ kind: "vase", palette: "charcoal", shape: { stems: 5 }, at: [790, 860], scale: 0.58, inFront: true }] },
  lantern: { self: [0.98, -120, 80], things: [{ kind: "planter", palette: "terracotta", shape: { plant: 1 }, at: [780, 800], scale: 0.7 }] },
  bucket: { self: [0.94, -90, 70], things: [{ kind: "soap", palette: "ochre", shape: { wrapped: 0, stack: 0 }, at: [790, 880], scale: 0.6, inFront: true }] },
  planter: { self: [0.94, -130, 80], things: [{ kind: "watering-can", palette: "zinc", shape: { brass: 1 }, at: [770, 780], scale: 0.66 }] },
  "watering-can": { self: [0.88, -30, 90], things: [{ kind: "planter", palette: "terracotta", shape: { plant: 2, width: 150, height: 230 }, at: [180, 900], scale: 0.62, inFront: true }, { kind: "planter", palette: "sandstone", shape: { plant: 1, width: 150, height: 230 }, at: [860, 760], scale: 0.6 }] },
  trowel: { self: [0.94, -110, 10], things: [{ kind: "seed-packet", palette: "marigold", shape: { crop: 1, angle: 14 }, at: [760, 760], scale: 0.62 }] },
  boots: { self: [0.94, -130, 70], things: [{ kind: "trug", palette: "ash", at: [730, 880], scale: 0.56, inFront: true }] },
};
