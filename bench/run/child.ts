import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the whole project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Node's words for a profile of what a process spends its time on. */
export const profiling = ["--cpu-prof", `--cpu-prof-dir=${resolve(root, "bench/results")}`];

const living = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of living) child.kill("SIGKILL");
});

/** Starts Node on a file of the project. It ends with this process at the latest. */
export function startNode(words: string[], env: Record<string, string>, options: Pick<SpawnOptions, "stdio"> = {}): ChildProcess {
  const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, ...env }, ...options });
  living.add(child);
  child.once("exit", () => living.delete(child));
  return child;
}

/** Runs one to its end; what it says is shown only when it fails. */
export async function runToEnd(words: string[], env: Record<string, string>, input = ""): Promise<string> {
  const child = startNode(words, env);
  let said = "";
  let answer = "";
  child.stdout?.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdin?.end(input);
  const code = await ended(child);
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}:\n${answer}${said}`);
  return answer;
}

/** Asks a process to stop, and does not take no for an answer. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = ended(child);
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await gone;
  clearTimeout(timer);
}

/** Waits until a process has written what is looked for into its log. */
export async function waitForLine(child: ChildProcess, log: string, pattern: RegExp): Promise<RegExpExecArray> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    const text = existsSync(log) ? readFileSync(log, "utf8") : "";
    const found = pattern.exec(text);
    if (found) return found;
    if (child.exitCode !== null) throw new Error(`a server ended with ${child.exitCode}:\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`a server did not start within 30 seconds: see ${log}`);
}

/** The exit code; null when a signal ended it. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code));
  });
}
