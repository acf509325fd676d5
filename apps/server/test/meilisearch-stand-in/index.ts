export { ApiError } from "./api-error.ts";
export { MeilisearchStandIn } from "./stand-in.ts";
