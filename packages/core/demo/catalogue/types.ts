import type { DrawingKind, PaletteName } from "../drawings/index.ts";

export interface DemoCategory {
  slug: string;
  name: string;
  description: string;
  parent: string | null;
}

export interface DemoBrand {
  slug: string;
  name: string;
  description: string;
}

export interface DemoAttribute {
  code: string;
  name: string;
  type: "text" | "number" | "boolean" | "list";
  unit?: string;
  choices?: readonly string[];
  isFacet: boolean;
}

export interface DemoDrawing {
  kind: DrawingKind;
  palette: PaletteName;
  shape?: Record<string, number>;
  view?: "front" | "detail" | "scene";
}

export interface DemoImage {
  alt: string;
  drawing: DemoDrawing;
}

export interface DemoVariant {
  sku: string;
  barcode?: string;
  options: Record<string, string>;
  priceMinor: number;
  compareAtMinor?: number;
  weightGrams: number;
  stock: number;
  /** Index into the images of the product. */
  image?: number;
}

export interface DemoProduct {
  slug: string;
  title: string;
  descriptionHtml: string;
  brand: string;
  categories: readonly string[];
  tags: readonly string[];
  options: readonly { name: string; values: readonly string[] }[];
  variants: readonly DemoVariant[];
  images: readonly DemoImage[];
  attributes: Record<string, string | number | boolean | readonly string[]>;
  seoTitle?: string;
  seoDescription?: string;
  publishedDaysAgo: number;
}
