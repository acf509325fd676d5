import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Env } from "./env.ts";
import { CliError } from "./errors.ts";

const Credential = z.object({ token: z.string(), email: z.string(), expiresAt: z.string() });
export type Credential = z.infer<typeof Credential>;
const CredentialFile = z.record(z.string(), Credential);

export function credentialsPath(env: Env): string {
  return join(env.configDir, "credentials.json");
}

/** The sign-in that was kept for a server, if any. */
export async function findCredential(env: Env, url: string): Promise<Credential | null> {
  return (await readAll(env))[url] ?? null;
}

export async function keepCredential(env: Env, url: string, credential: Credential): Promise<void> {
  await writeAll(env, { ...(await readAll(env)), [url]: credential });
}

export async function forgetCredential(env: Env, url: string): Promise<void> {
  const { [url]: _, ...rest } = await readAll(env);
  await writeAll(env, rest);
}

async function readAll(env: Env): Promise<Record<string, Credential>> {
  const path = credentialsPath(env);
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return "{}";
    throw cause;
  });
  try {
    return CredentialFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new CliError(`${path} can't be read as a list of sign-ins. Delete it and log in again.`, 1, { cause });
  }
}

// Written beside and renamed, so that a cut write never leaves half a file, nor one with a wider mode.
async function writeAll(env: Env, all: Record<string, Credential>): Promise<void> {
  const path = credentialsPath(env);
  await mkdir(env.configDir, { recursive: true, mode: 0o700 });
  if (Object.keys(all).length === 0) return rm(path, { force: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, path);
}
