import { clothing } from "./families/clothing.ts";
import { furniture } from "./families/furniture.ts";
import { garden } from "./families/garden.ts";
import { glassware } from "./families/glassware.ts";
import { household } from "./families/household.ts";
import { kitchenTools } from "./families/kitchen-tools.ts";
import { lights } from "./families/lights.ts";
import { linens } from "./families/linens.ts";
import { pans } from "./families/pans.ts";
import { pottery } from "./families/pottery.ts";
import type { Sketch } from "./sketch.ts";

const kinds = { ...pottery, ...glassware, ...pans, ...kitchenTools, ...linens, ...lights, ...furniture, ...household, ...garden, ...clothing };

export type DrawingKind = keyof typeof kinds;
export const sketches: Record<DrawingKind, Sketch> = kinds;
