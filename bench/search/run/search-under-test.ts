/** Whatever is measured: slugs of products for a text, best first. */
export interface SearchUnderTest {
  search(text: string): Promise<string[]>;
}
