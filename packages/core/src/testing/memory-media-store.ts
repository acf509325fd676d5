import type { MediaStore, StoredFile } from "../media/index.ts";

export function memoryMediaStore(): MediaStore {
  const files = new Map<string, StoredFile>();
  return {
    async put(name, bytes, mimeType) {
      files.set(name, { bytes, mimeType });
    },
    get: async (name) => files.get(name) ?? null,
  };
}
