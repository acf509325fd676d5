/*
 * What an engine outside of core shares with the embedded one, so that both read texts, choices and rules alike.
 */
export { choicesOf, withoutChoice, noFilters, type Choice } from "./embedded/filters.ts";
export { codesOf, mostWords, propertiesOf } from "./embedded/index-entry.ts";
export { editDistance } from "./embedded/edit-distance.ts";
export { placePins } from "./embedded/place-pins.ts";
export { noPins } from "./rules/rules.ts";
export { clearPending, countPending, listPending, notePending } from "./outside/pending.ts";
export { getOutsideIndex, loadOutsideIndex, saveOutsideIndex, type OutsideIndexState, type OutsideRebuild } from "./outside/engine-state.ts";
export { codeKey, codesIn } from "./text/codes.ts";
export { stem } from "./text/stem.ts";
export { stopWords } from "./text/stop-words.ts";
export type { Word } from "./text/analyse.ts";
