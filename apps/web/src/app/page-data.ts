import { isMissing } from "../lib/api-error.ts";
import { notFound } from "@tanstack/react-router";

/** What a page can't do without: when it is not there, neither is the page. */
export async function pageData<T>(data: Promise<T>): Promise<T> {
  try {
    return await data;
  } catch (error) {
    if (isMissing(error)) throw notFound();
    throw error;
  }
}
