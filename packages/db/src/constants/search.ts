/** A slot holds one whole index: the active one answers, the other is filled by a rebuild and takes its place. */
export const indexStatuses = ["active", "building", "empty"] as const;
export type IndexStatus = (typeof indexStatuses)[number];

export const synonymKinds = ["both", "one_way"] as const;
export type SynonymKind = (typeof synonymKinds)[number];
