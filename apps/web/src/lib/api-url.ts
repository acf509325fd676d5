/** Where the shop answers its pages. */
export const apiUrl = "/api/trpc";
