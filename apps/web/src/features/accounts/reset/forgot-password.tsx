import { trpc } from "../../../lib/trpc.ts";
import { EmailRequest } from "../email-request.tsx";

export function ForgotPassword() {
  const ask = trpc.accounts.requestPasswordReset.useMutation();
  return <EmailRequest ask={ask} label="Send me a link" condition="an account with" lifetime="an hour" />;
}
