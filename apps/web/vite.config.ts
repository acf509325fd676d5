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
    ? { rolldownOptions: { input: "src/app/entry-server.tsx" }, outDir: "dist/server", emptyOutDir: true, target: "node20" }
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
