import { PasswordField } from "../../components/password-field.tsx";
import { formText } from "../../lib/form-text.ts";

interface OwnPasswordFieldProps {
  /** Those who come by another provider have none to give. */
  hasPassword: boolean;
  error: string | undefined;
}

/** The password once more, for what is delicate. */
export function OwnPasswordField({ hasPassword, error }: OwnPasswordFieldProps) {
  return hasPassword ? <PasswordField label="Your password" name="password" error={error} /> : null;
}

/** What was typed there, for the input. */
export function ownPassword(form: HTMLFormElement, hasPassword: boolean): { password?: string } {
  return hasPassword ? { password: formText(form, "password") } : {};
}
