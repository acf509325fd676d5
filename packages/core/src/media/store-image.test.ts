import { media } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
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
