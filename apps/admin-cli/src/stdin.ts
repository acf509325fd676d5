import type { Cli } from "./cli.ts";

/** Everything on stdin, as text. */
export async function readStdin({ stdin }: Cli): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer | string));
  return Buffer.concat(chunks).toString("utf8");
}
