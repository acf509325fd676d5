import { trpc } from "../../../lib/trpc.ts";
import { EmailRequest } from "../email-request.tsx";

/** Another link that confirms an address. */
export function AskForMail() {
  const ask = trpc.accounts.requestVerification.useMutation();
  return <EmailRequest ask={ask} label="Send me another link" condition="an unconfirmed account with" lifetime="a day" />;
}
