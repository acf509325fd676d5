import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Writes a file beside its place and puts it there when it is complete, so that a cut one never replaces a good one. */
export async function replaceFile(path: string, pieces: AsyncIterable<string>): Promise<void> {
  // What is no plain file, such as a pipe, can't be replaced and is written to.
  if (await isSpecial(path)) return pipeline(Readable.from(pieces), createWriteStream(path));
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await pipeline(Readable.from(pieces), createWriteStream(draft, { flush: true }));
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Writes to a stream that stays open behind it, no faster than it is read. */
export async function writeTo(stream: Writable, pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    if (!stream.write(piece)) await new Promise((resolve) => stream.once("drain", resolve));
  }
}

async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}
