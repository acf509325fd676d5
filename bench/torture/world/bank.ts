import type { ChildProcess } from "node:child_process";
import { startNode, stop } from "../../run/child.ts";
import type { BookedCharge } from "../gateway/book.ts";

export interface Bank {
  url: string;
  /** Its book of one story, and what it did in it. */
  bookOf(story: number): Promise<{ charges: BookedCharge[]; log: string[] }>;
  stop(): Promise<void>;
}

export async function startBank(): Promise<Bank> {
  const child: ChildProcess = startNode(["--import", "tsx", "bench/torture/gateway/main.ts"], {}, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once("message", (message) => resolve(message as { port: number }));
    child.once("exit", (code) => reject(new Error(`the bank ended with ${code}`)));
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    bookOf: async (story) => (await fetch(`${url}/book?story=${story}`)).json() as Promise<{ charges: BookedCharge[]; log: string[] }>,
    stop: () => stop(child),
  };
}
