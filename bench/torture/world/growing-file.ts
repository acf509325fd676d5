import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import type { Handling } from "../checks/evidence.ts";

/** Lines of JSON that other processes append: what was written since the last look. */
export class GrowingFile {
  private read = 0;

  constructor(private readonly path: string) {}

  async readNew(): Promise<Handling[]> {
    if (!existsSync(this.path)) return [];
    const buffer = Buffer.alloc(statSync(this.path).size - this.read);
    const file = openSync(this.path, "r");
    const length = readSync(file, buffer, 0, buffer.length, this.read);
    closeSync(file);
    const text = buffer.toString("utf8", 0, length);
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    this.read += Buffer.byteLength(whole);
    return whole.split("\n").filter(Boolean).map((line) => JSON.parse(line) as Handling);
  }
}
