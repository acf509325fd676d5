import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/**
 * Two builds: what browsers get (`dist/client`, with a manifest), and the renderer that the server loads
 * (`dist/server`), complete in itself so that it always runs React's production build.
 */
export default defineConfig(({ isSsrBuild, command }) => ({
  appType: "custom",
  plugins: [react(), tailwindcss()],
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        emptyOutDir: true,
        copyPublicDir: false,
        target: "node20",
        // One file: a server that runs does not miss its chunks when the next version is built.
        rolldownOptions: { input: "src/app/entry-server.tsx", output: { codeSplitting: false } },
      }
    : {
        outDir: "dist/client",
        emptyOutDir: true,
        manifest: "manifest.json",
        assetsInlineLimit: 0,
        rolldownOptions: { input: "src/app/entry-client.tsx" },
      },
  ssr: command === "build" ? { noExternal: true } : {},
  define: command === "build" ? { "process.env.NODE_ENV": '"production"' } : {},
}));
