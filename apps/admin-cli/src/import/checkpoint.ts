import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";

const Mark = z.object({ path: z.string(), size: z.number(), modifiedMs: z.number(), done: z.number() });

/** How far an import of a file into a server had come, kept so that a stopped one can go on there. */
export class Checkpoint {
  readonly #markPath: string;
  readonly #path: string;
  #savedAt = 0;
  /** Writes come one after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(configDir: string, url: string, path: string) {
    this.#path = resolve(path);
    const name = createHash("sha256").update(`${url}\n${this.#path}`).digest("hex").slice(0, 32);
    this.#markPath = join(configDir, "imports", `${name}.json`);
  }

  /** How many products of the file were sent; 0 when there is no mark or the file has changed since. */
  async read(): Promise<number> {
    const text = await readFile(this.#markPath, "utf8").catch(() => null);
    const mark = text === null ? null : parseMark(text);
    const { size, mtimeMs } = await stat(this.#path);
    return mark?.size === size && mark.modifiedMs === mtimeMs ? mark.done : 0;
  }

  /** Keeps the mark, at most once a second unless it is the last. */
  save(done: number, isLast = false): Promise<void> {
    if (!isLast && Date.now() - this.#savedAt < 1_000) return this.#work;
    this.#savedAt = Date.now();
    this.#work = this.#writeAfter(this.#work, done);
    return this.#work;
  }

  async clear(): Promise<void> {
    await this.#work;
    await rm(this.#markPath, { force: true });
  }

  async #writeAfter(previous: Promise<void>, done: number): Promise<void> {
    await previous;
    try {
      const { size, mtimeMs: modifiedMs } = await stat(this.#path);
      await mkdir(dirname(this.#markPath), { recursive: true, mode: 0o700 });
      const draft = `${this.#markPath}.${process.pid}`;
      await writeFile(draft, JSON.stringify({ path: this.#path, size, modifiedMs, done }));
      await rename(draft, this.#markPath);
    } catch {
      // Without a mark the next import starts at the beginning, which is slower and just as right.
    }
  }
}

function parseMark(text: string): z.infer<typeof Mark> | null {
  try {
    return Mark.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
