import { accounts, auditEntries, deviceGrants } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aGuest, as, createPerson, giveSecondFactor, makeContext, type TestContext } from "../../testing/index.ts";
import { answerDeviceRequest, beginDeviceSignIn, findDeviceRequest, findSession, listSessions, pollDeviceSignIn, pruneDeviceGrants } from "../index.ts";
import { DeviceCodeInput } from "../schemas.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

async function begun() {
  const guest = as(system, aGuest());
  const { deviceCode, userCode, ...rest } = await beginDeviceSignIn(guest, { device: "workshop" });
  const typed = DeviceCodeInput.parse({ userCode: ` ${userCode.toLowerCase()} ` });
  const poll = () => {
    system.clock.advanceMinutes(0.1);
    return pollDeviceSignIn(guest, { deviceCode });
  };
  return { guest, deviceCode, userCode, typed, poll, ...rest };
}

const noSuchRequest = { code: "not_found", reason: "device.not_found" };

describe("signing in a command line by a browser", () => {
  it("waits, and gives a session of its own to who was approved, once", async () => {
    const { ctx, id } = await createPerson(system, "staff");
    const { typed, poll, userCode, path, intervalSeconds } = await begun();
    expect(userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    expect({ path, intervalSeconds }).toEqual({ path: "/device", intervalSeconds: 5 });
    expect(await poll()).toEqual({ status: "pending" });
    expect(await findDeviceRequest(ctx, typed)).toMatchObject({ userCode, device: "workshop" });
    await answerDeviceRequest(ctx, { ...typed, isApproved: true });
    const answer = await poll();
    if (answer.status !== "signed_in") throw new Error("not signed in");
    expect(await findSession(database.db, answer.session.token)).toMatchObject({ account: { id } });
    expect(await listSessions(ctx, answer.session.token)).toMatchObject([{ kind: "cli", device: "workshop", isCurrent: true }]);
    await expect(poll()).rejects.toMatchObject({ reason: "device.expired" });
    const audit = await database.db.select().from(auditEntries).where(eq(auditEntries.actor, `staff:${id}`));
    expect(audit).toMatchObject([{ action: "device.approve", subject: id }]);
  });

  it("says slow_down to who asks too often, and goes on", async () => {
    const { guest, deviceCode, poll } = await begun();
    expect(await poll()).toEqual({ status: "pending" });
    system.clock.advanceMinutes(4 / 60);
    expect(await pollDeviceSignIn(guest, { deviceCode })).toEqual({ status: "slow_down" });
    expect(await poll()).toEqual({ status: "pending" });
  });

  it("says so when it was refused, and finds the request no more", async () => {
    const { ctx } = await createPerson(system);
    const { typed, poll } = await begun();
    await answerDeviceRequest(ctx, { ...typed, isApproved: false });
    await expect(poll()).rejects.toMatchObject({ code: "forbidden", reason: "device.denied" });
    await expect(findDeviceRequest(ctx, typed)).rejects.toMatchObject(noSuchRequest);
    await expect(answerDeviceRequest(ctx, { ...typed, isApproved: true })).rejects.toMatchObject(noSuchRequest);
  });

  it("runs out after ten minutes, approved or not, and is removed a day later", async () => {
    const { ctx } = await createPerson(system);
    const [late, open] = [await begun(), await begun()];
    await answerDeviceRequest(ctx, { ...late.typed, isApproved: true });
    system.clock.advanceMinutes(11);
    for (const { poll } of [late, open]) await expect(poll()).rejects.toMatchObject({ reason: "device.expired" });
    await expect(answerDeviceRequest(ctx, { ...open.typed, isApproved: true })).rejects.toMatchObject(noSuchRequest);
    await pruneDeviceGrants(system);
    const codes = async () => (await database.db.select().from(deviceGrants)).map(({ userCode }) => userCode);
    expect(await codes()).toEqual(expect.arrayContaining([late.typed.userCode, open.typed.userCode]));
    system.clock.advanceMinutes(25 * 60);
    expect(await pruneDeviceGrants(system)).toBeGreaterThan(1);
    expect(await codes()).toEqual([]);
  });

  it("gives one session to two that ask at once", async () => {
    const { ctx } = await createPerson(system);
    const { guest, deviceCode, typed } = await begun();
    await answerDeviceRequest(ctx, { ...typed, isApproved: true });
    const answers = await Promise.allSettled([pollDeviceSignIn(guest, { deviceCode }), pollDeviceSignIn(guest, { deviceCode })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("opens nothing by a code that means nothing, nor for an account that is gone", async () => {
    await expect(pollDeviceSignIn(system, { deviceCode: "no such code at all" })).rejects.toMatchObject({ reason: "device.expired" });
    const { ctx, id } = await createPerson(system);
    await expect(findDeviceRequest(ctx, { userCode: "BBBBBBBB" })).rejects.toMatchObject(noSuchRequest);
    const { typed, poll } = await begun();
    await answerDeviceRequest(ctx, { ...typed, isApproved: true });
    await database.db.update(accounts).set({ archivedAt: new Date() }).where(eq(accounts.id, id));
    await expect(poll()).rejects.toMatchObject({ reason: "device.expired" });
  });

  it("knows the second factor of who approved", async () => {
    const { ctx } = await createPerson(system, "staff");
    await giveSecondFactor(ctx);
    const { typed, poll } = await begun();
    await answerDeviceRequest(ctx, { ...typed, isApproved: true });
    expect(await poll()).toMatchObject({ session: { account: { hasSecondFactor: true } } });
  });

  it("refuses who is not signed in", async () => {
    const { guest, typed } = await begun();
    const refusal = { reason: "access.sign_in_required" };
    await expect(findDeviceRequest(guest, typed)).rejects.toMatchObject(refusal);
    await expect(answerDeviceRequest(guest, { ...typed, isApproved: true })).rejects.toMatchObject(refusal);
  });
});
