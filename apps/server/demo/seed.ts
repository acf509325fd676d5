import { seedDemoShop } from "@cartwright/core/demo";
import { systemContext } from "../src/context.ts";
import { readEnv } from "../src/env.ts";
import { runMain } from "../src/run-main.ts";
import { migrationsFolder } from "../src/locate.ts";
import { openShop } from "../src/open-shop.ts";

/** Fills an empty database with the demo shop before the server starts. Not part of a production start. */
await runMain(async () => {
  const parts = await openShop(readEnv(process.env), { migrationsFolder: migrationsFolder() });
  let lastShown: number | null = null;
  await seedDemoShop(await systemContext(parts, "demo"), {
    hasPictures: process.env["DEMO_PICTURES"] !== "off",
    onProgress: (done, total) => {
      if (lastShown === null) console.error("Filling the empty shop with the demo shop, Larkfield: drawing its pictures takes a moment, once.");
      lastShown ??= 0;
      if (done - lastShown < 20 && done < total) return;
      lastShown = done;
      console.error(`  ${done} of ${total} products`);
    },
  });
  await parts.database.close();
});
