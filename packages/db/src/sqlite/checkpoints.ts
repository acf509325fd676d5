import { once } from "node:events";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** What some seconds of orders write, or a tenth of an import's request. */
const rowsBetween = 2_000;

/**
 * Moves what was committed from the write-ahead log into the file, in a thread of its own: the writer would stand
 * still for a tenth of a second each time, and the whole server with it. Starts with the first burst of writes.
 */
export class Checkpoints {
  private worker: Worker | null = null;
  private rows = 0;
  private isRunning = false;

  constructor(private readonly path: string) {}

  /** To be told of every write. */
  wrote(rows: number): void {
    this.rows += rows;
  }

  /** To be told of every commit. */
  committed(): void {
    if (this.rows < rowsBetween || this.isRunning) return;
    this.rows = 0;
    this.isRunning = true;
    this.worker ??= this.start();
    this.worker.postMessage("move", []);
  }

  async close(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    const gone = once(worker, "exit");
    worker.ref();
    worker.postMessage("close", []);
    await gone;
  }

  private start(): Worker {
    const driver = createRequire(import.meta.url).resolve("better-sqlite3");
    const worker = new Worker(source, { eval: true, workerData: { driver, path: this.path } });
    worker.on("message", () => {
      this.isRunning = false;
    });
    // Without it the writer does the same by itself, later and in everybody's way: `isRunning` stays.
    worker.on("error", () => {
      this.worker = null;
    });
    worker.unref();
    return worker;
  }
}

/** As text, because a thread's file would have to lie beside every bundle. `PASSIVE` waits for nobody and holds nobody up. */
const source = `
const { parentPort, workerData } = require("node:worker_threads");
const Sqlite = require(workerData.driver);
const file = new Sqlite(workerData.path, { timeout: 0 });
parentPort.on("message", (word) => {
  if (word === "close") {
    file.close();
    parentPort.close();
    return;
  }
  file.pragma("wal_checkpoint(PASSIVE)");
  parentPort.postMessage("moved");
});
`;
