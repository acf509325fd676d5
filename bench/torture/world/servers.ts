import type { ChildProcess } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { startNode } from "../../run/child.ts";
import type { FaultOrder } from "./faults.ts";

export interface ServerSetting {
  main: string;
  env: Record<string, string>;
  folder: string;
}

/** A place where a server runs; one that dies is started again at the same port until the slot is closed. */
export class Slot {
  /** Told of what happens here, for the story. */
  onNews: (news: string) => void = () => {};
  kills = 0;
  /** A server listens here, as far as is known. */
  isUp = false;
  private asked = 0;
  private child: ChildProcess | null = null;
  private isClosed = false;
  private up: Promise<void>;

  private constructor(
    readonly name: string,
    readonly port: number,
    private readonly setting: ServerSetting,
  ) {
    this.up = this.start();
  }

  static async open(name: string, setting: ServerSetting): Promise<Slot> {
    const slot = new Slot(name, await freePort(), setting);
    await slot.ready();
    return slot;
  }

  /** Waits until a server listens here, however often it dies meanwhile. */
  async ready(): Promise<void> {
    while (!this.isUp) await this.up;
  }

  kill(): void {
    if (!this.isUp) return;
    this.onNews("killed at a random instant");
    this.child?.kill("SIGKILL");
  }

  /** Replaces what the server is to suffer from now on. A server that is down misses it. */
  async arm(orders: readonly FaultOrder[]): Promise<void> {
    await this.ask({ arm: orders });
  }

  /** Has the server write events of a subject into the outbox. Whether it did is not known when it died meanwhile. */
  async emit(subject: string, numbers: readonly number[]): Promise<void> {
    await this.ask({ emit: { subject, numbers } });
  }

  private async ask(wish: Record<string, unknown>): Promise<void> {
    const { child } = this;
    if (!child || !this.isUp) return;
    const id = (this.asked += 1);
    await new Promise<void>((resolve) => {
      const onMessage = (message: unknown) => {
        if ((message as { done?: number }).done === id) done();
      };
      const done = () => {
        child.off("message", onMessage).off("exit", done);
        resolve();
      };
      child.on("message", onMessage).once("exit", done);
      child.send({ id, ...wish }, (error) => error && done());
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
  }

  private start(): Promise<void> {
    const log = join(this.setting.folder, `${this.name}.log`);
    const env = { ...this.setting.env, PORT: String(this.port), HOST: "127.0.0.1" };
    const child = startNode([this.setting.main], env, { stdio: ["ignore", "pipe", openSync(log, "a"), "ipc"] });
    this.child = child;
    child.stdout?.on("data", (chunk: Buffer) => this.hear(chunk.toString()));
    return new Promise<void>((done, failed) => {
      child.once("message", () => {
        this.isUp = true;
        done();
      });
      child.once("exit", (code, signal) => {
        const wasUp = this.isUp;
        this.isUp = false;
        if (this.isClosed) return done();
        if (signal === "SIGKILL") {
          this.kills += 1;
          this.up = this.start();
          return done();
        }
        const problem = new Error(`a server ended with ${code ?? signal}: ${readFileSync(log, "utf8").slice(-2_000)}`);
        // What ends by itself is a fault of the shop or of the rig, never of the story.
        if (wasUp) throw problem;
        failed(problem);
      });
    });
  }

  private hear(text: string): void {
    for (const line of text.split("\n")) {
      if (line.startsWith("fault ")) this.onNews(line.slice("fault ".length));
      else if (line.startsWith("{")) this.onNews(`log ${line}`);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
