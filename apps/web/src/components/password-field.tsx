import { classNames } from "../lib/class-names.ts";
import { passwordStrength, type PasswordStrength } from "../lib/password-strength.ts";
import { useState, type InputHTMLAttributes, type ReactNode } from "react";
import { TextField } from "./field.tsx";

interface PasswordFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "type"> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

/** A password, hidden until its owner wants to see it. */
export function PasswordField(props: PasswordFieldProps) {
  const [isShown, show] = useState(false);
  return (
    <TextField
      autoComplete="current-password"
      autoCapitalize="none"
      spellCheck={false}
      {...props}
      type={isShown ? "text" : "password"}
      action={
        <button type="button" aria-label={isShown ? "Hide what is typed" : "Show what is typed"} onClick={() => show(!isShown)} className="link min-h-11 px-3.5 text-sm">
          {isShown ? "Hide" : "Show"}
        </button>
      }
    />
  );
}

/** The same for a new one, with a word on how good it is. */
export function NewPasswordField(props: PasswordFieldProps) {
  const [password, setPassword] = useState("");
  return (
    <div className="space-y-2">
      <PasswordField
        autoComplete="new-password"
        hint="At least 10 characters. Three or four words that don’t belong together are good."
        {...props}
        onChange={(event) => setPassword(event.target.value)}
      />
      {/* Always there, so that it is said when it changes. */}
      <output className="block text-xs text-soft">{password !== "" && <Strength strength={passwordStrength(password)} />}</output>
    </div>
  );
}

const words: Record<PasswordStrength, string> = {
  short: "Too short so far.",
  weak: "Easy to guess.",
  fair: "Good enough.",
  strong: "Strong.",
};
const levels: Record<PasswordStrength, number> = { short: 1, weak: 1, fair: 2, strong: 3 };

function Strength({ strength }: { strength: PasswordStrength }) {
  const level = levels[strength];
  return (
    <span className="flex items-center gap-3">
      <span aria-hidden className="flex w-24 gap-1">
        {[1, 2, 3].map((step) => (
          <span key={step} className={classNames("h-1.5 flex-1 rounded-full", step > level ? "bg-line" : level === 1 ? "bg-warn" : "bg-action")} />
        ))}
      </span>
      {words[strength]}
    </span>
  );
}
