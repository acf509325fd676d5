import { Part } from "../../../components/part.tsx";
import { trpc } from "../../../lib/trpc.ts";
import { EmailForm } from "./email-form.tsx";
import { NameForm } from "./name-form.tsx";
import { PreferencesForm } from "./preferences-form.tsx";

export function ProfilePage() {
  const [profile] = trpc.accounts.profile.useSuspenseQuery();
  return (
    <div className="space-y-10">
      <h1 className="text-3xl">You</h1>
      <Part title="What we call you">
        <NameForm name={profile.name} />
      </Part>
      <Part title="E-mail address" intro={profile.email}>
        <EmailForm hasPassword={profile.hasPassword} />
      </Part>
      <Part title="Preferences">
        <PreferencesForm profile={profile} />
      </Part>
    </div>
  );
}
