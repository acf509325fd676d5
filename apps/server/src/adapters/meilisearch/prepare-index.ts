import { codeOf, engineError, missingIndex } from "./explain-error.ts";
import type { Link } from "./link.ts";
import { settingsDiffer, wantedSettings } from "./settings.ts";

/** Since then numbers can be taken at their word, and texts compared. */
const oldestVersion = [1, 15] as const;

/** Errors: `search.engine_unavailable`. */
export async function requireVersion(link: Link): Promise<void> {
  const { pkgVersion } = await link.write((client) => client.getVersion());
  const [major = 0, minor = 0] = pkgVersion.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestVersion;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw engineError(`Meilisearch at ${link.options.url} is ${pkgVersion}; Cartwright needs ${oldestVersion.join(".")} or newer.`);
}

export async function hasIndex(link: Link, index: string): Promise<boolean> {
  return link.write(async (client) => {
    try {
      await client.getRawIndex(index);
      return true;
    } catch (error) {
      if (codeOf(error) === "index_not_found") return false;
      throw error;
    }
  });
}

/** Documents that are sent to an index that is not there would make one that is not set up. Errors: `search.engine_unavailable`. */
export async function requireIndex(link: Link, index: string): Promise<void> {
  if (await hasIndex(link, index)) return;
  link.lastError = missingIndex(index);
  throw engineError(missingIndex(index));
}

/** An empty index that is set up. Returns when Meilisearch was asked for it, by its own clock. */
export async function createIndex(link: Link, index: string): Promise<string> {
  const { taskUid, enqueuedAt } = await link.write(async (client) => await client.createIndex(index, { primaryKey: "id" }));
  const set = await link.enqueue((client) => client.index(index).updateSettings(wantedSettings));
  await link.finish([taskUid, set]);
  return enqueuedAt;
}

/** Applies settings that differ from those of this version. It answers with the old ones until they are in. Returns whether there were any. */
export async function applySettings(link: Link, index: string): Promise<boolean> {
  const actual = await link.write((client) => client.index(index).getSettings());
  if (!settingsDiffer(actual)) return false;
  await link.finish([await link.enqueue((client) => client.index(index).updateSettings(wantedSettings))]);
  return true;
}

export async function removeIndex(link: Link, index: string): Promise<void> {
  if (await hasIndex(link, index)) await link.finish([await link.enqueue((client) => client.deleteIndex(index))]);
}
