/** Whatever is measured: slugs of products for a text, best first. */
export interface SearchUnderTest {
  /** How many answers came from which engine, where the shop says so. */
  readonly answeredBy: ReadonlyMap<string, number>;
  search(text: string): Promise<string[]>;
}
