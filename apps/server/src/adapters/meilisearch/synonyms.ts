import type { SearchRules } from "@cartwright/core/search";
import { isEngineError } from "./explain-error.ts";
import type { Link } from "./link.ts";
import { tokenOf } from "./tokens.ts";

/**
 * Keeps the shop's synonyms in the index's settings: Meilisearch looks them up for each query, so that a change needs no
 * document. They are compared when the rules have changed, by the first search that comes then.
 */
export class SynonymKeeper {
  private kept: SearchRules["synonyms"] | null = null;
  private keptText: string | null = null;
  /** Changes are applied one after the other; searches that come meanwhile wait for theirs. */
  private inHand: { text: string; done: Promise<void> } = { text: "", done: Promise.resolve() };
  private triedAt = -Infinity;

  constructor(private readonly link: Link) {}

  /** Waits a moment for them to be in, but fails no search because they are not. */
  async keep({ synonyms }: SearchRules): Promise<void> {
    if (synonyms === this.kept || performance.now() < this.triedAt + againMilliseconds) return;
    const wanted = writtenSynonyms(synonyms);
    const text = canonical(wanted);
    if (text !== this.keptText) {
      if (this.inHand.text !== text) this.inHand = { text, done: this.inHand.done.catch(() => {}).then(() => this.apply(wanted)) };
      const isIn = await this.inHand.done.then(() => true, isEngineErrorOrThrow);
      this.inHand.text = "";
      if (!isIn) return;
      this.keptText = text;
    }
    this.kept = synonyms;
  }

  /** Another index may have others. */
  forget(): void {
    this.kept = null;
    this.keptText = null;
  }

  private async apply(wanted: Record<string, string[]>): Promise<void> {
    const { index } = this.link.options;
    try {
      const actual = await this.link.ask((client) => client.index(index).getSynonyms());
      if (canonical(actual) === canonical(wanted)) return;
      const { taskUid } = await this.link.ask(async (client) => await client.index(index).updateSynonyms(wanted));
      await this.link.write((client) => client.tasks.waitForTask(taskUid, { timeout: this.link.options.rulesMilliseconds }));
      this.triedAt = -Infinity;
    } catch (error) {
      this.triedAt = performance.now();
      throw error;
    }
  }
}

/** When it is tried again. */
const againMilliseconds = 10_000;

function isEngineErrorOrThrow(error: unknown): false {
  if (!isEngineError(error)) throw error;
  return false;
}

/** By what was typed, what else is looked for; both as tokens. */
function writtenSynonyms(synonyms: SearchRules["synonyms"]): Record<string, string[]> {
  const written: Record<string, string[]> = {};
  for (const { stems, replacements } of [...synonyms.values()].flat()) {
    const from = stems.map(tokenOf).join(" ");
    const to = replacements.map((words) => words.map(tokenOf).join(" ")).filter((phrase) => phrase !== from);
    if (to.length > 0) written[from] = [...new Set([...(written[from] ?? []), ...to])].toSorted();
  }
  return written;
}

function canonical(synonyms: Record<string, string[]>): string {
  return JSON.stringify(Object.entries(synonyms).map(([from, to]): [string, string[]] => [from, to.toSorted()]).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
