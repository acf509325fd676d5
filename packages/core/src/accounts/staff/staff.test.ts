import { accounts, accountTokens, auditEntries, idempotencyKeys, outboxEvents, sessions } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { permissions, type Permission } from "../../kernel/index.ts";
import { as, createPerson, giveSecondFactor, makeContext, outsiders, testPassword, type TestContext } from "../../testing/index.ts";
import {
  acceptInvitation,
  createApiToken,
  findApiToken,
  findSession,
  grantPermissions,
  inviteStaff,
  listStaff,
  removeStaff,
  resetSecondFactor,
  revokePermissions,
  rolePermissions,
  signIn,
  signOutStaff,
} from "../index.ts";
import { CreateApiTokenInput, GrantPermissionsInput, InviteStaffInput, ListStaffInput } from "../schemas.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

const wish = (given: object = {}) => InviteStaffInput.parse({ email: `${crypto.randomUUID()}@example.com`, name: "Kim", ...given });
const invitations = (id: string) => database.db.select().from(outboxEvents).where(and(eq(outboxEvents.subject, id), eq(outboxEvents.type, "account.invited")));
const notHeld = { code: "forbidden", reason: "staff.permission_not_held" };

describe("an invitation", () => {
  it("makes an account without a password, has a mail sent, and tells nothing secret", async () => {
    const admin = await createPerson(system, "admin");
    const input = wish({ permissions: ["orders.read", "orders.refund"] });
    const invited = await inviteStaff(admin.ctx, input);
    expect(invited).toMatchObject({ email: input.email, role: "staff", permissions: ["orders.read", "orders.refund"], isInvited: true, invitation: null });
    expect((await invitations(invited.id)).map(({ payload }) => payload)).toEqual([{ accountId: invited.id }]);
    await expect(signIn(system, { email: input.email, password: "" })).rejects.toMatchObject({ reason: "accounts.wrong_credentials" });
    const [entry] = await database.db.select().from(auditEntries).where(eq(auditEntries.subject, invited.id));
    expect(entry).toMatchObject({ actor: `staff:${admin.id}`, action: "staff.invite" });
    expect(entry?.after).not.toContain(input.email);
  });

  it("is answered as a link when that is asked for, by which a password is chosen once", async () => {
    const { ctx } = await createPerson(system, "admin");
    const input = wish({ showLink: true });
    const { id, invitation } = await inviteStaff(ctx, input);
    expect(await invitations(id)).toEqual([]);
    await expect(acceptInvitation(system, { token: invitation ?? "", newPassword: "1234567890" })).rejects.toMatchObject({ reason: "accounts.weak_password" });
    await acceptInvitation(system, { token: invitation ?? "", newPassword: testPassword });
    expect((await signIn(system, { email: input.email, password: testPassword })).account).toMatchObject({ id, role: "staff", permissions: rolePermissions.staff });
    await expect(acceptInvitation(system, { token: invitation ?? "", newPassword: "another horse" })).rejects.toMatchObject({ reason: "accounts.link_invalid" });
    expect(JSON.stringify(await database.db.select().from(accountTokens))).not.toContain(invitation);
  });

  it("runs out after a week, and can be sent again", async () => {
    const { ctx } = await createPerson(system, "admin");
    const input = wish({ showLink: true });
    const first = await inviteStaff(ctx, input);
    system.clock.advanceMinutes(8 * 24 * 60);
    await expect(acceptInvitation(system, { token: first.invitation ?? "", newPassword: testPassword })).rejects.toMatchObject({ reason: "accounts.link_invalid" });
    const again = await inviteStaff(ctx, { ...input, permissions: ["audit.read"] });
    expect(again).toMatchObject({ id: first.id, permissions: ["audit.read"] });
    await acceptInvitation(system, { token: again.invitation ?? "", newPassword: testPassword });
    await expect(inviteStaff(ctx, input)).rejects.toMatchObject({ reason: "staff.is_staff_already" });
  });

  it("is sent once a key; a link is kept in no answer", async () => {
    const { ctx } = await createPerson(system, "admin");
    const keyed = { ...ctx, idempotencyKey: crypto.randomUUID() };
    const input = wish();
    const first = await inviteStaff(keyed, input);
    expect(await inviteStaff(keyed, input)).toEqual(first);
    expect(await invitations(first.id)).toHaveLength(1);
    const { invitation } = await inviteStaff({ ...ctx, idempotencyKey: crypto.randomUUID() }, wish({ showLink: true }));
    expect(JSON.stringify(await database.db.select().from(idempotencyKeys))).not.toContain(invitation);
  });

  it("makes staff of a customer whose address is confirmed, and of nobody who only claims one", async () => {
    const { ctx } = await createPerson(system, "admin");
    const customer = await createPerson(system);
    expect(await inviteStaff(ctx, wish({ email: customer.email, permissions: ["stock.read"] }))).toMatchObject({ id: customer.id, role: "staff", isInvited: false, invitation: null });
    const claimed = await createPerson(system);
    await database.db.update(accounts).set({ emailVerifiedAt: null }).where(eq(accounts.id, claimed.id));
    await expect(inviteStaff(ctx, wish({ email: claimed.email }))).rejects.toMatchObject({ reason: "staff.address_unconfirmed" });
  });

  it("hands on no more than who invites holds", async () => {
    const held: Permission[] = ["staff.read", "staff.write", "stock.read"];
    const { ctx } = await createPerson(system, "staff", held);
    await expect(inviteStaff(ctx, wish({ permissions: ["stock.read", "orders.refund"] }))).rejects.toMatchObject({ ...notHeld, details: { missing: ["orders.refund"] } });
    await expect(inviteStaff(ctx, wish())).rejects.toMatchObject(notHeld);
    await expect(inviteStaff(ctx, wish({ isAdmin: true }))).rejects.toMatchObject(notHeld);
    expect(await inviteStaff(ctx, wish({ permissions: ["stock.read"] }))).toMatchObject({ permissions: ["stock.read"] });
  });
});

describe("permissions", () => {
  it("are what was granted, and count from the next request on", async () => {
    const admin = await createPerson(system, "admin");
    const { id, email } = await createPerson(system, "staff");
    const { token } = await signIn(system, { email, password: testPassword });
    const held = async () => (await findSession(database.db, token))?.account.permissions;
    expect(await held()).toEqual(rolePermissions.staff);
    await grantPermissions(admin.ctx, GrantPermissionsInput.parse({ staff: email.toUpperCase(), permissions: ["orders.refund"] }));
    expect(await held()).toEqual(permissions.filter((permission) => permission === "orders.refund" || rolePermissions.staff.includes(permission)));
    const rest = rolePermissions.staff.filter((permission) => permission !== "stock.read");
    await revokePermissions(admin.ctx, { staff: id, permissions: ["orders.refund", ...rest] });
    expect(await held()).toEqual(["stock.read"]);
    expect(await database.countQueries(held)).toBe(1);
    const audit = await database.db.select().from(auditEntries).where(and(eq(auditEntries.subject, id), eq(auditEntries.action, "staff.revoke")));
    expect(JSON.parse(audit[0]?.after ?? "")).toEqual({ role: "staff", permissions: ["stock.read"] });
  });

  it("are granted and taken by who holds them alone", async () => {
    const { ctx } = await createPerson(system, "staff", ["staff.write", "stock.read"]);
    const equal = await createPerson(system, "staff", ["stock.read"]);
    const higher = await createPerson(system, "staff", ["stock.read", "orders.refund"]);
    const admin = await createPerson(system, "admin");
    await expect(grantPermissions(ctx, { staff: equal.id, permissions: ["orders.refund"], isAdmin: false })).rejects.toMatchObject(notHeld);
    await expect(grantPermissions(ctx, { staff: equal.id, permissions: [], isAdmin: true })).rejects.toMatchObject(notHeld);
    for (const { id } of [higher, admin]) {
      await expect(revokePermissions(ctx, { staff: id, permissions: ["stock.read"] })).rejects.toMatchObject(notHeld);
      await expect(removeStaff(ctx, { staff: id })).rejects.toMatchObject(notHeld);
      await expect(resetSecondFactor(ctx, { staff: id })).rejects.toMatchObject(notHeld);
      await expect(signOutStaff(ctx, { staff: id })).rejects.toMatchObject(notHeld);
    }
    expect(await revokePermissions(ctx, { staff: equal.id, permissions: ["stock.read"] })).toMatchObject({ permissions: [] });
  });

  it("lose no change of two that are made at once", async () => {
    const admin = await createPerson(system, "admin");
    const { id } = await createPerson(system, "staff", ["stock.read"]);
    const grant = (permission: Permission) => grantPermissions(admin.ctx, { staff: id, permissions: [permission], isAdmin: false });
    await Promise.all([grant("orders.read"), grant("audit.read"), grant("coupons.read")]);
    const { items } = await listStaff(admin.ctx, ListStaffInput.parse({ limit: 100 }));
    expect(items.find((staff) => staff.id === id)?.permissions.toSorted()).toEqual(["audit.read", "coupons.read", "orders.read", "stock.read"]);
  });

  it("turn off nobody's own second factor, which takes a password and a code", async () => {
    const admin = await createPerson(system, "admin");
    await giveSecondFactor(admin.ctx);
    await expect(resetSecondFactor(admin.ctx, { staff: admin.email })).rejects.toMatchObject({ code: "conflict", reason: "staff.own_second_factor" });
    await expect(signIn(system, { email: admin.email, password: testPassword })).rejects.toMatchObject({ reason: "accounts.second_factor_required" });
  });

  it.each(outsiders)("refuse %s", async (_, actor) => {
    const other = as(system, actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(inviteStaff(other, wish())).rejects.toMatchObject(refusal);
    await expect(grantPermissions(other, { staff: "acc_1", permissions: ["stock.read"], isAdmin: false })).rejects.toMatchObject(refusal);
    await expect(revokePermissions(other, { staff: "acc_1", permissions: ["stock.read"] })).rejects.toMatchObject(refusal);
    await expect(removeStaff(other, { staff: "acc_1" })).rejects.toMatchObject(refusal);
    await expect(resetSecondFactor(other, { staff: "acc_1" })).rejects.toMatchObject(refusal);
    await expect(signOutStaff(other, { staff: "acc_1" })).rejects.toMatchObject(refusal);
    await expect(listStaff(other, ListStaffInput.parse({}))).rejects.toMatchObject(refusal);
  });

  it("concern staff alone", async () => {
    const admin = await createPerson(system, "admin");
    const customer = await createPerson(system);
    for (const staff of [customer.id, customer.email, "nobody@example.com"]) {
      await expect(grantPermissions(admin.ctx, { staff, permissions: ["stock.read"], isAdmin: false })).rejects.toMatchObject({ code: "not_found", reason: "staff.not_found" });
    }
  });
});

describe("leaving", () => {
  it("ends sessions, API tokens and rights; the account stays a customer's", async () => {
    const admin = await createPerson(system, "admin");
    const leaver = await createPerson(system, "staff");
    const { token } = await signIn(system, { email: leaver.email, password: testPassword });
    const api = await createApiToken(leaver.ctx, CreateApiTokenInput.parse({ name: "sync", scopes: ["stock.read"], password: testPassword, days: 365 }));
    expect(await removeStaff(admin.ctx, { staff: leaver.email })).toEqual({ id: leaver.id, email: leaver.email });
    expect(await findSession(database.db, token)).toBeNull();
    expect(await findApiToken(database.db, api.token)).toBeNull();
    expect((await signIn(system, { email: leaver.email, password: testPassword })).account).toMatchObject({ role: "customer", permissions: [] });
  });

  it("closes an account that was never taken up, and its link", async () => {
    const admin = await createPerson(system, "admin");
    const input = wish({ showLink: true });
    const { invitation } = await inviteStaff(admin.ctx, input);
    await removeStaff(admin.ctx, { staff: input.email });
    await expect(acceptInvitation(system, { token: invitation ?? "", newPassword: testPassword })).rejects.toMatchObject({ reason: "accounts.link_invalid" });
    await inviteStaff(admin.ctx, input);
  });
});

describe("a lost device", () => {
  it("is signed out by somebody else, and the log says so", async () => {
    const admin = await createPerson(system, "admin");
    const { id, email } = await createPerson(system, "staff");
    const tokens = [await signIn(system, { email, password: testPassword }), await signIn(system, { email, password: testPassword })];
    expect(await signOutStaff(admin.ctx, { staff: email })).toEqual({ ended: 2 });
    for (const { token } of tokens) expect(await findSession(database.db, token)).toBeNull();
    const [entry] = await database.db.select().from(auditEntries).where(and(eq(auditEntries.subject, id), eq(auditEntries.action, "staff.sign_out")));
    expect(entry).toMatchObject({ actor: `staff:${admin.id}`, after: '{"ended":2}' });
    const customer = await createPerson(system);
    await expect(signOutStaff(admin.ctx, { staff: customer.id })).rejects.toMatchObject({ reason: "staff.not_found" });
  });
});

describe("a lost second factor", () => {
  it("is turned off by somebody else, which signs its owner out", async () => {
    const admin = await createPerson(system, "admin");
    const { ctx, email, id } = await createPerson(system, "staff");
    await signIn(system, { email, password: testPassword });
    await giveSecondFactor(ctx);
    expect(await resetSecondFactor(admin.ctx, { staff: email })).toMatchObject({ id, hasSecondFactor: false });
    expect(await database.db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
    await signIn(system, { email, password: testPassword });
  });
});

describe("the last admin", () => {
  const own = useDatabase();

  it("stays one, also when two leave at once, and whoever has not taken up their invitation counts for nothing", async () => {
    const system = makeContext(own.db);
    const [first, second] = [await createPerson(system, "admin"), await createPerson(system, "admin")];
    const lastAdmin = { code: "conflict", reason: "staff.last_admin" };
    const leaving = await Promise.allSettled([removeStaff(first.ctx, { staff: second.id }), revokePermissions(second.ctx, { staff: first.id, permissions: ["orders.refund"] })]);
    expect(leaving.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(leaving.find(({ status }) => status === "rejected")).toMatchObject({ reason: lastAdmin });
    const [left] = await own.db.select().from(accounts).where(eq(accounts.role, "admin"));
    const last = left?.id === first.id ? first : second;
    await inviteStaff(last.ctx, wish({ isAdmin: true }));
    await expect(removeStaff(last.ctx, { staff: last.id })).rejects.toMatchObject(lastAdmin);
    await expect(revokePermissions(last.ctx, { staff: last.id, permissions: ["audit.read"] })).rejects.toMatchObject(lastAdmin);
    const other = await createPerson(system, "staff");
    await grantPermissions(last.ctx, { staff: other.id, permissions: [], isAdmin: true });
    expect(await revokePermissions(last.ctx, { staff: last.id, permissions: ["audit.read"] })).toMatchObject({ role: "staff", permissions: permissions.filter((word) => word !== "audit.read") });
  });
});
