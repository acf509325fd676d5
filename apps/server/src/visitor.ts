import type { SearchVisitor } from "@cartwright/core/search";
import type { ServerContext } from "./context.ts";

/** As crawlers, link previews and monitors call themselves. */
const botLike = /bot\b|crawl|spider|slurp|preview|monitor|lighthouse|facebookexternalhit|curl\/|wget\/|python-|go-http-client/iu;

/** Who searches, as far as counting has to know: a browser with a cart by that, others by their network address. */
export function visitorOf({ core, address, userAgent }: Pick<ServerContext, "core" | "address" | "userAgent">): SearchVisitor {
  return { key: core.actor.cartToken ?? core.actor.id ?? address(), isBot: userAgent !== null && botLike.test(userAgent) };
}
