import type { MediaStore } from "@cartwright/core/media";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const safeName = /^[a-z0-9][a-z0-9.-]{0,200}$/;

/** Pictures in a folder. Written beside and renamed, so that a half-written one is never served. */
export function folderMediaStore(folder: string): MediaStore {
  const pathOf = (name: string) => {
    if (!safeName.test(name)) throw new Error(`"${name}" is no name for a stored file`);
    return join(folder, name);
  };
  return {
    async put(name, bytes) {
      await mkdir(folder, { recursive: true });
      const path = pathOf(name);
      const draft = `${path}.${crypto.randomUUID()}.part`;
      await writeFile(draft, bytes);
      await rename(draft, path);
    },
    async get(name) {
      if (!safeName.test(name)) return null;
      try {
        return { bytes: await readFile(pathOf(name)), mimeType: "image/webp" };
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
  };
}
