export * from "./catalog.ts";
export * from "./checkout.ts";
export * from "./make-context.ts";
export * from "./memory-media-store.ts";
export * from "./promises.ts";
export * from "./scripted-gateway.ts";
export * from "./sellable.ts";
