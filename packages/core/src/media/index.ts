export { mediaName, mediaUrl, type MediaSize } from "./media-url.ts";
export { storeImage } from "./store-image.ts";
export type { MediaStore, StoredFile } from "./store.ts";
export type * from "./views.ts";
