import { inputFor, procedure, readAnswer } from "./search-procedure.ts";
import type { SearchUnderTest } from "./search-under-test.ts";

/** The search of a running shop, asked as the storefront asks it. */
export class HttpSearch implements SearchUnderTest {
  /** How many answers came from which engine, where the shop says so. */
  readonly answeredBy = new Map<string, number>();

  constructor(readonly shopUrl: string) {}

  /** Errors: any answer but 200, with what was said. */
  async search(text: string): Promise<string[]> {
    const address = new URL(`/api/trpc/${procedure}`, this.shopUrl);
    address.searchParams.set("input", JSON.stringify(inputFor(text)));
    const response = await fetch(address);
    const body = await response.text();
    if (!response.ok) throw new Error(`searching for ${JSON.stringify(text)} was answered with ${response.status}: ${body.slice(0, 500)}`);
    const { result } = JSON.parse(body) as { result?: { data?: unknown } };
    const { slugs, engine } = readAnswer(result?.data);
    if (engine !== null) this.answeredBy.set(engine, (this.answeredBy.get(engine) ?? 0) + 1);
    return slugs;
  }
}
