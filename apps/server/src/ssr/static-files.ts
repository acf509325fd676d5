import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);
const compressionQuality = 9;

const types: Record<string, string> = {
  ".js": "text/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".svg": "image/svg+xml; charset=UTF-8",
  ".woff2": "font/woff2",
  ".webp": "image/webp",
  ".png": "image/png",
  ".txt": "text/plain; charset=UTF-8",
};

/** Fonts and pictures are compressed already. */
const compressible = new Set([".js", ".css", ".svg", ".txt"]);

interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  isHashed: boolean;
  compressed: Promise<Uint8Array<ArrayBuffer>> | null;
}

/** The built files, kept in memory: a few hundred kilobytes, compressed once and served for good. */
export async function loadStaticFiles(folder: string): Promise<(request: Request) => Promise<Response | null>> {
  const files = new Map<string, StaticFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    const bytes = new Uint8Array(await readFile(path));
    files.set(address, { bytes, type, isHashed: address.startsWith("/assets/"), compressed: null });
  }
  return async (request) => {
    const { pathname } = new URL(request.url);
    const file = files.get(pathname);
    if (file) return answer(file, request, compressible.has(extname(pathname)));
    // An asset of an older build: a page in its place would be taken for a script.
    return pathname.startsWith("/assets/") ? new Response("Not found", { status: 404 }) : null;
  };
}

async function answer(file: StaticFile, request: Request, isCompressible: boolean): Promise<Response> {
  const headers = new Headers({
    "content-type": file.type,
    "cache-control": file.isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
  });
  if (!isCompressible) return new Response(file.bytes, { headers });
  headers.set("vary", "accept-encoding");
  if (!/\bbr\b/.test(request.headers.get("accept-encoding") ?? "")) return new Response(file.bytes, { headers });
  headers.set("content-encoding", "br");
  file.compressed ??= compress(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: compressionQuality } }).then(
    (bytes) => new Uint8Array(bytes),
  );
  return new Response(await file.compressed, { headers });
}
