import { sendTestMail } from "@cartwright/core/notifications";
import { SendTestMailInput } from "@cartwright/core/notifications/schemas";
import { router, staffWith } from "../trpc.ts";

export const mailRouter = router({
  /** Sends a test mail at once. Errors: `mail.off`, `mail.refused` with `code`, `mail.unreachable`, `access.*`. */
  test: staffWith("settings.write").input(SendTestMailInput).mutation(({ ctx, input }) => sendTestMail(ctx.core, input)),
});
