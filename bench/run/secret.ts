import { randomBytes } from "node:crypto";

/** What a production server asks for; one a run. */
export const secret = { CARTWRIGHT_SECRET: randomBytes(32).toString("base64") };
