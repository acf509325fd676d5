import { defineConfig } from "vite";

/** One file for Node: the workspace's own TypeScript goes in, published dependencies stay outside. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist",
    rolldownOptions: { input: { main: "src/main.ts" } },
  },
  ssr: { noExternal: [/^@cartwright\//] },
});
