import type { ChildProcess } from "node:child_process";
import { startNode, stop } from "../run/child.ts";
import type { Job, RoundResult } from "./job.ts";

export interface LoadGenerator {
  run(job: Job): Promise<RoundResult>;
  stop(): Promise<void>;
}

/** One process for all rounds, so that its code is warm from the first that counts. */
export function startLoadGenerator(): LoadGenerator {
  const child: ChildProcess = startNode(["--import", "tsx", "bench/load/main.ts"], { NODE_ENV: "production" }, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error("the load generator ended"));
        child.once("exit", ended);
        child.once("message", (message: { result?: RoundResult; error?: string }) => {
          child.removeListener("exit", ended);
          if (message.result) resolve(message.result);
          else reject(new Error(message.error));
        });
        child.send(job);
      }),
    stop: () => stop(child),
  };
}
