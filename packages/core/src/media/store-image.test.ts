import { media } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { as, createProductOf, makeContext, outsiders } from "../testing/index.ts";
import { storeImage } from "./store-image.ts";

const used = useDatabase();
const world = () => makeContext(used.db);
const picture = (width: number, height: number, format: "png" | "jpeg" = "png") =>
  sharp({ create: { width, height, channels: 3, background: "#c96" } }).toFormat(format).toBuffer();

describe("storing a picture", () => {
  it("keeps it as WebP in two widths under its hash", async () => {
    const ctx = world();
    const stored = await storeImage(ctx, await picture(2_400, 1_200));
    expect(stored).toMatchObject({ width: 1_600, height: 800, url: `/media/${stored.hash}.webp`, thumbnailUrl: `/media/${stored.hash}-480.webp` });
    for (const [name, width] of [[`${stored.hash}.webp`, 1_600], [`${stored.hash}-480.webp`, 480]] as const) {
      const file = await ctx.ports.media.get(name);
      expect(file?.mimeType).toBe("image/webp");
      expect(await sharp(file?.bytes).metadata()).toMatchObject({ format: "webp", width });
    }
  });

  it("keeps nothing of what a camera wrote beside the picture", async () => {
    const ctx = world();
    const photo = await sharp(await picture(60, 40, "jpeg")).withExif({ IFD0: { Copyright: "Robin Hale" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } }).toBuffer();
    expect(photo.toString("latin1")).toContain("Robin Hale");
    const stored = await storeImage(ctx, photo);
    for (const name of [`${stored.hash}.webp`, `${stored.hash}-480.webp`]) {
      const { bytes } = (await ctx.ports.media.get(name)) ?? { bytes: new Uint8Array() };
      expect(await sharp(bytes).metadata()).not.toHaveProperty("exif");
      expect(Buffer.from(bytes).toString("latin1")).not.toContain("Robin Hale");
    }
  });

  it("looks at what a file is and not at what it says, and draws it anew", async () => {
    const ctx = world();
    const html = new TextEncoder().encode("<script>alert(1)</script>");
    const stored = await storeImage(ctx, Buffer.concat([await picture(40, 40), html]));
    const { bytes } = (await ctx.ports.media.get(`${stored.hash}.webp`)) ?? { bytes: new Uint8Array() };
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("<script>");
  });

  it("refuses a small file that would be an enormous picture", async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: "#fff" } }).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    await expect(storeImage(world(), bomb)).rejects.toMatchObject({ reason: "media.not_an_image" });
    const drawn = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><rect width="30000" height="30000"/></svg>');
    await expect(storeImage(world(), drawn)).rejects.toMatchObject({ reason: "media.not_an_image" });
  });

  it("lets a drawn picture name no file and no other address", async () => {
    const ctx = world();
    const drawn = (href: string) => new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20"><rect width="20" height="20" fill="#0f0"/><image xlink:href="${href}" width="20" height="20"/></svg>`);
    const red = join(mkdtempSync(join(tmpdir(), "cartwright-svg-")), "red.png");
    await sharp({ create: { width: 20, height: 20, channels: 3, background: "#f00" } }).png().toFile(red);
    const stored = await storeImage(ctx, drawn(`file://${red}`));
    const { dominant } = await sharp((await ctx.ports.media.get(`${stored.hash}.webp`))?.bytes).stats();
    expect(dominant.g).toBeGreaterThan(dominant.r);
  });

  it("never makes a small one larger", async () => {
    const ctx = world();
    const stored = await storeImage(ctx, await picture(100, 50, "jpeg"));
    expect(stored).toMatchObject({ width: 100, height: 50 });
    expect(await sharp((await ctx.ports.media.get(`${stored.hash}-480.webp`))?.bytes).metadata()).toMatchObject({ width: 100 });
  });

  it("keeps the same picture once", async () => {
    const bytes = await picture(64, 64);
    const before = await used.db.$count(media);
    const all = await Promise.all([storeImage(world(), bytes), storeImage(world(), bytes), storeImage(world(), bytes)]);
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
    expect(await used.db.$count(media)).toBe(before + 1);
  });

  it("is shown by the products that have it", async () => {
    const stored = await storeImage(world(), await picture(32, 32));
    const product = await createProductOf(world(), { title: "Pictured", images: [{ mediaId: stored.id, alt: "x" }] });
    expect(product.images).toMatchObject([{ url: stored.url, thumbnailUrl: stored.thumbnailUrl, width: 32, height: 32 }]);
  });

  it.each([
    ["text", new TextEncoder().encode("not a picture")],
    ["nothing", new Uint8Array()],
    ["half a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ])("refuses %s", async (_, bytes) => {
    await expect(storeImage(world(), bytes)).rejects.toMatchObject({ code: "invalid", reason: "media.not_an_image" });
  });

  it("refuses what is too large", async () => {
    await expect(storeImage(world(), new Uint8Array(20_000_001))).rejects.toMatchObject({ reason: "media.too_large" });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(storeImage(as(world(), actor()), new Uint8Array())).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});
