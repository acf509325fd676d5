import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
import { UsageError } from "../errors.ts";

const chunkBytes = 256 * 1024;

/** Called with how much of the file has been read. */
export type OnRead = (bytes: number) => void;

/** The text of a file in pieces, whatever Unicode encoding it has; a byte order mark is dropped. */
export async function* readText(path: string, onRead?: OnRead): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    const bytes = chunk as Buffer;
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    onRead?.(bytes.length);
    const text = decode(decoder, path, bytes);
    if (text) yield text;
  }
  const rest = decoder ? decode(decoder, path) : "";
  if (rest) yield rest;
}

/** The beginning of a file, to see what it is. */
export async function peekText(path: string): Promise<string> {
  for await (const text of readText(path)) return text;
  return "";
}

function encodingOf(start: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function decode(decoder: TextDecoder, path: string, bytes?: Buffer): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new UsageError(`${path} is not UTF-8 text. In a spreadsheet, save it as "CSV UTF-8".`, { cause });
  }
}
