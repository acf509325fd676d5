import { TRPCError } from "@trpc/server";
import { expect, it, vi } from "vitest";
import { translatedStream } from "./translated-stream.ts";

async function* failing(): AsyncGenerator<string> {
  yield "first";
  throw new Error("the database is gone");
}
const shown = () => new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "Try again." });

it("tells news as they are, and what goes wrong as it is to be said", async () => {
  const stream = translatedStream(failing(), shown);
  expect(await stream.next()).toEqual({ done: false, value: "first" });
  await expect(stream.next()).rejects.toMatchObject({ message: "Try again." });
});

it("does not end the server when it fails and nobody looks any more", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const stream = translatedStream(failing(), shown);
  await stream.next();
  void stream.next();
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
