import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { UsageError } from "./errors.ts";

export const defaultUrl = "http://localhost:3000";

/** The address of a server without a slash at its end, so that one server has one name. */
export const ServerUrl = z
  .string()
  .trim()
  .regex(/^https?:\/\//i, "give an address that starts with http:// or https://")
  .pipe(z.url("give an address such as http://localhost:3000"))
  .transform((text) => {
    const { origin, pathname } = new URL(text);
    return (origin + pathname).replace(/\/+$/, "");
  });

const Variables = z.object({
  CARTWRIGHT_URL: ServerUrl.default(defaultUrl),
  CARTWRIGHT_TOKEN: z.string().trim().optional(),
  XDG_CONFIG_HOME: z.string().optional(),
  NO_COLOR: z.string().optional(),
  TERM: z.string().optional(),
});

export interface Env {
  url: string;
  token: string | null;
  /** Where the CLI keeps its files, `~/.config/cartwright`. */
  configDir: string;
  isColorWanted: boolean;
}

/** Reads the variables once; an empty one counts as not set. */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UsageError(`${String(issue?.path[0])}: ${issue?.message}.`);
  }
  const { CARTWRIGHT_URL, CARTWRIGHT_TOKEN, XDG_CONFIG_HOME, NO_COLOR, TERM } = parsed.data;
  return {
    url: CARTWRIGHT_URL,
    token: CARTWRIGHT_TOKEN || null,
    configDir: join(XDG_CONFIG_HOME ?? join(homedir(), ".config"), "cartwright"),
    isColorWanted: NO_COLOR === undefined && TERM !== "dumb",
  };
}
