import { Part } from "../../../components/part.tsx";
import { trpc } from "../../../lib/trpc.ts";
import { LinkedSignIns } from "../oauth/linked-sign-ins.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { SessionList } from "./session-list.tsx";

export function SecurityPage({ oauth }: { oauth: string | undefined }) {
  const [profile] = trpc.accounts.profile.useSuspenseQuery();
  return (
    <div className="space-y-10">
      <h1 className="text-3xl">Signing in</h1>
      <Part title="Password" intro={profile.hasPassword ? "A new one signs out all other devices." : "You sign in by another provider. With a password you can do without it, too."}>
        <PasswordForm hasPassword={profile.hasPassword} email={profile.email} />
      </Part>
      <Part title="Second factor" intro="A code of an app on your telephone, beside the password. Whoever learns the password alone stays outside.">
        <SecondFactor hasPassword={profile.hasPassword} />
      </Part>
      <LinkedSignIns hasPassword={profile.hasPassword} problem={oauth} />
      <Part title="Devices" intro="Where you are signed in. What you don’t know, sign out, and change your password.">
        <SessionList />
      </Part>
    </div>
  );
}
