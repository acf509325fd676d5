import { defineConfig } from "vite";

export default defineConfig({
  // No server but that of the torture run has its fault points in it (see torture/build.ts).
  define: { CARTWRIGHT_TORTURE: "false" },
  build: {
    target: "node20",
    outDir: "dist",
    minify: false,
    sourcemap: true,
    ssr: true,
    rolldownOptions: {
      input: { main: "src/main.ts", "create-admin": "src/commands/create-admin.ts", "seed-demo": "demo/seed.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "shared/[name]-[hash].js" },
    },
  },
  ssr: { noExternal: [/^@cartwright\//], target: "node" },
});
