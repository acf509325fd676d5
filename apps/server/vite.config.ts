import { defineConfig } from "vite";

export default defineConfig({
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
