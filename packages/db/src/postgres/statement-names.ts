import { createHash } from "node:crypto";

const mostNames = 500;
const mostSeen = 5000;
const longestText = 8000;

/**
 * Names for statements that come again, so that the server parses and plans them once a connection. The
 * server keeps every name for good: only a text seen before gets one, and their number is bounded.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly seen = new Set<string>();

  nameOf(sql: string): string | undefined {
    const name = this.names.get(sql);
    if (name) return name;
    if (sql.length > longestText || this.names.size >= mostNames) return undefined;
    if (this.seen.delete(sql)) {
      const made = createHash("sha256").update(sql).digest("base64url").slice(0, 32);
      this.names.set(sql, made);
      return made;
    }
    if (this.seen.size >= mostSeen) this.seen.clear();
    this.seen.add(sql);
    return undefined;
  }
}
