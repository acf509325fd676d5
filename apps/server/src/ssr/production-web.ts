import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { renderPage } from "./render-page.ts";
import { loadStaticFiles } from "./static-files.ts";
import type { WebOptions } from "./web.ts";
import type { PageAssets, Renderer, Web } from "./web-parts.ts";

const clientEntry = "src/app/entry-client.tsx";

/** The storefront as it was built. */
export async function productionWeb(options: WebOptions): Promise<Web> {
  const client = join(options.folder, "dist/client");
  const entry = join(options.folder, "dist/server/entry-server.js");
  if (!existsSync(entry) || !existsSync(join(client, "manifest.json"))) {
    throw new Error("The storefront is not built yet. Run: npm run build");
  }
  const assets = await readAssets(join(client, "manifest.json"));
  const findFile = await loadStaticFiles(client);
  // The build wrote it from entry-server.tsx.
  const renderer = (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as Renderer;
  return {
    middleware: null,
    fetch: async (request, { requestId, address }) =>
      (await findFile(request)) ?? renderPage(renderer, options, { request, requestId, address, assets, isDevelopment: false }),
    close: async () => {},
  };
}

interface ManifestChunk {
  file: string;
  css?: string[];
  imports?: string[];
}

/** The entry, its styles, and what it imports, so that the browser asks for all of it at once. */
async function readAssets(path: string): Promise<PageAssets> {
  const manifest = JSON.parse(await readFile(path, "utf8")) as Record<string, ManifestChunk>;
  const entry = manifest[clientEntry];
  if (!entry) throw new Error(`the storefront's build has no ${clientEntry}`);
  const chunks = new Set<ManifestChunk>();
  const collect = (chunk: ManifestChunk) => {
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const name of chunk.imports ?? []) {
      const imported = manifest[name];
      if (imported) collect(imported);
    }
  };
  collect(entry);
  const all = [...chunks];
  return {
    scripts: [{ type: "module", src: `/${entry.file}` }],
    styles: [...new Set(all.flatMap((chunk) => chunk.css ?? []))].map((file) => `/${file}`),
    preloads: all.map((chunk) => `/${chunk.file}`),
  };
}
