export const productStatuses = ["draft", "active", "archived"] as const;
export type ProductStatus = (typeof productStatuses)[number];

export const attributeTypes = ["text", "number", "boolean", "list"] as const;
export type AttributeType = (typeof attributeTypes)[number];

export const slugSubjects = ["product", "category", "brand"] as const;
export type SlugSubject = (typeof slugSubjects)[number];
