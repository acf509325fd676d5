import { secondFactorReasons, type SignInInput } from "@cartwright/core/accounts/schemas";
import type { Session } from "../../cli.ts";
import { refusalDetails } from "../../errors.ts";
import { askLine } from "./ask.ts";

/** With the password, and the code of the second factor where the server asks for one. */
export async function signInByPassword({ api, cli }: Session, input: SignInInput, code: string | undefined) {
  try {
    return await api.accounts.signIn.mutate(input);
  } catch (error) {
    const challenge = refusalDetails(error, secondFactorReasons.required)?.["challenge"];
    if (typeof challenge !== "string") throw error;
    const given = code ?? (await askLine(cli, "Code of your authenticator app, or a recovery code", "This account has a second factor: give its code with --code."));
    return api.accounts.confirmSecondFactor.mutate({ challenge, code: given });
  }
}
