import type { Stage } from "./backdrop.ts";
import type { Pen } from "./pen.ts";

/** One kind of thing: where it is seen, how the camera frames it, what a closer view looks at, how it is drawn. */
export interface Sketch {
  stage: Stage;
  /** Middle and width of the front view; the same for all sizes of a kind, so that large looks large. */
  frame?: readonly [x: number, y: number, width: number];
  focus: readonly [x: number, y: number, width: number];
  draw(pen: Pen): string;
}

/** Standing things rest here; a companion is moved from here to its own place. */
export const restY = 790;
