import { nameDevice, type SessionDevice } from "@cartwright/core/accounts";

/** What a request is sent with, as its owner will know it again. The command line says so in a header of its own. */
export function deviceOf(headers: Headers): SessionDevice {
  if (headers.get("x-cartwright-client")?.startsWith("cli/")) return { kind: "cli", name: "Command line" };
  return { kind: "browser", name: nameDevice(headers.get("user-agent")) };
}
