import manifest from "../package.json" with { type: "json" };

export const cliVersion: string = manifest.version;

/** Two versions work together when their first number is the same. */
export function isSameMajor(a: string, b: string): boolean {
  return major(a) === major(b);
}

function major(version: string): string {
  return version.replace(/^v/, "").split(".")[0] ?? "";
}
