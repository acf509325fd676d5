import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Zod makes functions out of text where it may. Our pages may not, and browsers report the try. */
const withoutEval = "globalThis.__zod_globalConfig = { jitless: true };";
const isZod = (module: string) => module.includes("/node_modules/zod/");

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
        rolldownOptions: { input: "src/app/entry-client.tsx", output: { banner: ({ moduleIds }) => (moduleIds.some(isZod) ? withoutEval : "") } },
      },
  ssr: command === "build" ? { noExternal: true } : {},
  define: command === "build" ? { "process.env.NODE_ENV": '"production"' } : {},
}));
