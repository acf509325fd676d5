import { SQL } from "drizzle-orm";

/** A statement that is text already, with its values in the order of its places. */
export class TextQuery extends SQL {
  constructor(
    private readonly text: string,
    private readonly params: unknown[],
  ) {
    super([]);
  }

  override toQuery() {
    return { sql: this.text, params: this.params };
  }
}
