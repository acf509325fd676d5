import { answerDeviceRequest, beginDeviceSignIn, findDeviceRequest, pollDeviceSignIn } from "@cartwright/core/accounts";
import { BeginDeviceSignInInput, DeviceCodeInput, PollDeviceInput } from "@cartwright/core/accounts/schemas";
import { router, shopper, signedIn } from "../trpc.ts";

export const deviceRouter = router({
  /** A command line asks to be signed in by a browser: a code to show, and one to ask with. */
  begin: shopper.input(BeginDeviceSignInInput).mutation(({ ctx, input }) => beginDeviceSignIn(ctx.core, input)),
  /** Whether somebody has said yes: `pending`, `slow_down`, or `signed_in` with a session, once. Errors: `device.denied`, `device.expired`. */
  poll: shopper.input(PollDeviceInput).mutation(({ ctx, input }) => pollDeviceSignIn(ctx.core, input)),
  /** Who waits under the code that was typed. Errors: `device.not_found`, `access.*`. */
  find: signedIn.input(DeviceCodeInput).query(({ ctx, input }) => findDeviceRequest(ctx.core, input)),
  /** Signs it in as who says so. Errors: `device.not_found`, `access.*`. */
  approve: signedIn.input(DeviceCodeInput).mutation(({ ctx, input }) => answerDeviceRequest(ctx.core, { ...input, isApproved: true })),
  /** Refuses it. Errors: `device.not_found`, `access.*`. */
  deny: signedIn.input(DeviceCodeInput).mutation(({ ctx, input }) => answerDeviceRequest(ctx.core, { ...input, isApproved: false })),
});
