import manifest from "../package.json" with { type: "json" };

/** Clients of another major version are told so. */
export const version: string = manifest.version;
