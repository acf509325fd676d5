import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

// Builds the server with its fault points in it, into the folder that is named. Nothing else is ever built so.
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("name the folder to build into");

await build({
  configFile: false,
  root: join(dirname(fileURLToPath(import.meta.url)), ".."),
  logLevel: "error",
  define: { CARTWRIGHT_TORTURE: "true" },
  build: {
    target: "node20",
    outDir: folder,
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    ssr: true,
    rolldownOptions: { input: { main: "torture/main.ts" }, output: { entryFileNames: "[name].js", chunkFileNames: "shared/[name]-[hash].js" } },
  },
  ssr: { noExternal: [/^@cartwright\//], target: "node" },
});
