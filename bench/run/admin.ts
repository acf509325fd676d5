import { join } from "node:path";
import { runToEnd } from "./child.ts";
import type { BenchDatabase } from "./database.ts";
import { secret } from "./secret.ts";
import type { RunningServer } from "./servers.ts";

const email = "bench@example.com";
const password = "only-for-the-bench";

/** Somebody who may do everything. */
export async function createAdmin(database: BenchDatabase): Promise<void> {
  const env = { ...secret, DATABASE_URL: database.url, DATA_DIR: join(database.folder, "data"), NODE_ENV: "production" };
  await runToEnd(["apps/server/dist/create-admin.js", "--email", email, "--name", "Bench", "--password-stdin"], env, `${password}\n`);
}

/** The cookie of a new session of that admin. */
export async function signInAdmin({ url }: RunningServer): Promise<string> {
  const response = await fetch(`${url}/api/trpc/accounts.signIn`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email, password }) });
  const [cookie = ""] = response.headers.getSetCookie();
  if (!response.ok || cookie === "") throw new Error(`the admin could not sign in: ${response.status}`);
  return cookie.split(";")[0] ?? "";
}

/** The environment in which the command line is signed in to a server as that admin. */
export async function asAdmin(server: RunningServer, database: BenchDatabase): Promise<Record<string, string>> {
  const home = { CARTWRIGHT_URL: server.url, XDG_CONFIG_HOME: database.folder, NO_COLOR: "1" };
  await runToEnd(["apps/admin-cli/bin/cartwright.js", "login", "--email", email, "--password-stdin"], home, `${password}\n`);
  return home;
}
