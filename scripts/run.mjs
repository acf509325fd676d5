// The project's commands. A fresh clone needs nothing but Node: pnpm comes by npx and installs what is missing.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
// npm warns of every setting it does not know, ours for node-gyp too.
const pnpm = ["--loglevel=error", "--yes", "pnpm@12.21.0"];
const [command = "help", ...args] = process.argv.slice(2);

// better-sqlite3 compiles where no prebuilt file can be had: let it use the headers that came with this Node.
const nodePrefix = resolve(dirname(process.execPath), "..");
if (!process.env.npm_config_nodedir && existsSync(join(nodePrefix, "include/node/node.h"))) {
  process.env.npm_config_nodedir = nodePrefix;
}

const server = "apps/server/dist";
const parent = process.ppid;
const isProduction = process.env.NODE_ENV === "production";

const commands = {
  async start() {
    await build();
    if (!isProduction) await node([`${server}/seed-demo.js`]);
    await node([`${server}/main.js`]);
  },
  async dev() {
    await install();
    await node(["--import", "tsx", "apps/server/demo/seed.ts"]);
    // The server starts anew when its source changes; the storefront is reloaded by Vite.
    await node(["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "apps/server/src/main.ts"], { CARTWRIGHT_HOT: "on" });
  },
  async test() {
    await build();
    await pnpmRun(["exec", "vitest", "run", ...args]);
  },
  build,
  async typecheck() {
    await pnpmRun(["exec", "turbo", "run", "typecheck", "--output-logs=errors-only"]);
  },
  async lint() {
    await pnpmRun(["exec", "oxlint", "--type-aware", "--deny-warnings", ...args]);
  },
  async bench() {
    await build();
    await node(["--import", "tsx", "bench/main.ts", ...args]);
  },
  async "bench:search"() {
    await build();
    await node(["--import", "tsx", "bench/search/main.ts", ...args]);
  },
  async torture() {
    if (!existsSync(join(root, "node_modules/tsx"))) await install();
    await node(["--import", "tsx", "bench/torture/main.ts", ...args]);
  },
  async cartwright() {
    if (!existsSync(join(root, "node_modules/.bin/cartwright"))) await install();
    await node(["apps/admin-cli/bin/cartwright.js", ...args]);
  },
  async "create-admin"() {
    await build();
    await node([`${server}/create-admin.js`, ...args]);
  },
};

async function install() {
  await pnpmRun(["install"], { quiet: true });
}

async function build() {
  await pnpmRun(["exec", "turbo", "run", "build", "--output-logs=errors-only"], { quiet: true });
}

function pnpmRun(words, options = {}) {
  return run("npx", [...pnpm, ...words], {}, options);
}

function node(words, env = {}) {
  return run(process.execPath, words, env);
}

/** Runs a step in the project's folder; one that fails ends the whole command with its exit code. */
function run(program, words, env, { quiet = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, words, {
      cwd: root,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", ...env },
      // What a step has to say goes to stderr, so that a command's own output can be piped.
      stdio: ["inherit", quiet ? 2 : "inherit", "inherit"],
    });
    const pass = (signal) => child.kill(signal);
    // A signal that is sent to npm ends npm's shell and never arrives here: being left alone means the same.
    const watch = setInterval(() => process.ppid !== parent && pass("SIGTERM"), 500);
    process.on("SIGTERM", pass);
    process.on("SIGINT", pass);
    child.on("error", (error) => {
      console.error(`${program} can't be run: ${error.message}`);
      process.exit(1);
    });
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      process.off("SIGTERM", pass);
      process.off("SIGINT", pass);
      if (code === 0) done();
      else process.exit(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1));
    });
  });
}

const chosen = commands[command];
if (!chosen) {
  console.error(`There is no command "${command}". Try one of: ${Object.keys(commands).join(", ")}`);
  process.exit(2);
}
await chosen();
