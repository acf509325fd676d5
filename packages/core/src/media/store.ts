/** Where the bytes of pictures are kept: a folder, or storage that several servers share. */
export interface MediaStore {
  /** Keeps bytes under a name; the same name again overwrites. */
  put(name: string, bytes: Uint8Array, mimeType: string): Promise<void>;
  /** Null when there is nothing under that name. */
  get(name: string): Promise<StoredFile | null>;
}

export interface StoredFile {
  bytes: Uint8Array;
  mimeType: string;
}

declare module "../kernel/context.ts" {
  interface Ports {
    media: MediaStore;
  }
}
