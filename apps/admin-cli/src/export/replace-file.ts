import { createWriteStream } from "node:fs";
import { access, constants, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { UsageError } from "../errors.ts";

/** Writes a file beside its place and puts it there when it is complete, so that a cut one never replaces a good one. */
export async function replaceFile(path: string, pieces: AsyncIterable<string>): Promise<void> {
  // What is no plain file, such as a pipe, can't be replaced and is written to.
  const place = await stat(path).catch(() => null);
  if (place?.isDirectory()) throw new UsageError(`${path} is a folder.`);
  if (place && !place.isFile()) return pipeline(Readable.from(pieces), createWriteStream(path));
  // So that what is wrong is said of the folder, not of the draft in it.
  await access(dirname(path), constants.W_OK);
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
