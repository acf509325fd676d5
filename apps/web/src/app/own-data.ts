import { readError } from "../lib/api-error.ts";
import { redirect } from "@tanstack/react-router";

/** What a page shows of one's own. A session that has ended meanwhile is no fault: a fresh page asks to sign in, and leads back. */
export async function ownData(path: string, ...data: Promise<unknown>[]): Promise<void> {
  try {
    await Promise.all(data);
  } catch (error) {
    if (readError(error).reason !== "access.sign_in_required") throw error;
    throw redirect({ to: "/sign-in", search: { from: path, ended: "1" }, reloadDocument: true, statusCode: 303 });
  }
}
