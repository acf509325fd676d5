/** What fewer searched for is shown to nobody else: it may all be one person's. */
export const fewestSearches = 3;
