import { createApiToken, revokeApiToken } from "@cartwright/core/accounts";
import { createPerson, makeContext, testPassword } from "@cartwright/core/testing";
import { useDatabase } from "@cartwright/db/testing";
import { expect, it } from "vitest";
import { testServer } from "../../test/client.ts";
import { createContext } from "../context.ts";
import { longContext } from "./long-context.ts";

const database = useDatabase();

it("asks again who it is, for a session and an API token alike", async () => {
  const { parts } = testServer(database.database, { recheckSeconds: 0 });
  const system = makeContext(database.db);
  const { ctx, id } = await createPerson(system, "staff");
  system.clock.advanceMinutes((Date.now() - system.clock.now().getTime()) / 60_000);
  const created = await createApiToken(ctx, { name: "watch", scopes: ["orders.read"], days: 1, password: testPassword });
  const headers = new Headers({ authorization: `Bearer ${created.token}` });
  const request = await createContext(parts, { headers, requestId: "req_1" }, new Headers());
  const current = longContext(request);
  expect((await current()).actor).toMatchObject({ kind: "staff", id, permissions: ["orders.read"] });
  await revokeApiToken(ctx, { token: created.id });
  expect((await current()).actor).toMatchObject({ kind: "anonymous", id: null, permissions: [] });
});
