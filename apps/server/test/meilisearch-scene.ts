import { runEvents, type Context } from "@cartwright/core/kernel";
import { catalogSource, embeddedEngine, getSearchStatus, searchHandlers, searchProducts, tendSearch, type SearchEngine } from "@cartwright/core/search";
import { SearchProductsInput } from "@cartwright/core/search/schemas";
import { createProductOf, makeContext, type TestContext } from "@cartwright/core/testing";
import { settings, searchPending, type Db } from "@cartwright/db";
import { like } from "drizzle-orm";
import { meilisearchEngine, type MeilisearchOptions } from "../src/adapters/meilisearch/index.ts";
import { MeilisearchStandIn } from "./meilisearch-stand-in/index.ts";

/** A shop whose searches Meilisearch answers, with the database beside it. */
export class Scene {
  readonly said: string[] = [];
  readonly ctx: TestContext;
  engine: SearchEngine;

  private constructor(
    private readonly db: Db,
    readonly server: MeilisearchStandIn,
  ) {
    this.engine = this.makeEngine({});
    this.ctx = this.makeContext();
  }

  /** On a server of its own; nothing is left of the scene before. */
  static async open(db: Db): Promise<Scene> {
    await db.delete(settings).where(like(settings.key, "search:%"));
    await db.delete(searchPending);
    return new Scene(db, await new MeilisearchStandIn().start());
  }

  private makeEngine(options: Partial<MeilisearchOptions>): SearchEngine {
    const quick = { searchMilliseconds: 10_000, taskMilliseconds: 10_000, pauseMilliseconds: 50, failures: 3 };
    return meilisearchEngine({ url: this.server.url, apiKey: null, index: "shop", log: (_, message) => void this.said.push(message), ...quick, ...options });
  }

  /** As another server of the shop has it, or this one after its death. */
  restart(options: Partial<MeilisearchOptions> = {}): void {
    this.engine = this.makeEngine(options);
    this.ctx.ports.search = { main: this.engine, fallback: embeddedEngine };
  }

  async fill(): Promise<void> {
    for (const engine of [this.engine, embeddedEngine]) {
      await engine.startRebuild(this.ctx, catalogSource, { isFresh: true });
      while (!(await engine.continueRebuild(this.ctx, catalogSource)).isDone);
    }
  }

  async search(text: string): Promise<{ engine: string; titles: string[] }> {
    const { engine, hits } = await searchProducts(this.ctx, SearchProductsInput.parse({ text }));
    return { engine, titles: hits.map(({ title }) => title) };
  }

  product(title: string): Promise<{ id: string }> {
    return createProductOf(this.ctx, { title });
  }

  /** Handles all events that wait. */
  async settle(): Promise<{ failed: number }> {
    const all = { failed: 0 };
    for (;;) {
      const { done, failed, dead } = await runEvents(this.ctx, searchHandlers, { worker: "test" });
      all.failed += failed + dead;
      if (done === 0) return all;
    }
  }

  tend() {
    return tendSearch(this.ctx);
  }

  async status() {
    const [main] = (await getSearchStatus(this.ctx)).engines;
    if (!main) throw new Error("there is no main engine");
    return main;
  }

  close(): Promise<void> {
    return this.server.stop();
  }

  private makeContext(): TestContext {
    return makeContext(this.db, { ports: { search: { main: this.engine, fallback: embeddedEngine } satisfies Context["ports"]["search"] } });
  }
}
