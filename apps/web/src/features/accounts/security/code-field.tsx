import { TextField } from "../../../components/field.tsx";

interface CodeFieldProps {
  /** An app's six digits, a recovery code, or either. */
  kind: "app" | "recovery" | "any";
  error: string | undefined;
}

const texts = {
  app: { label: "Code from your app", hint: "Six digits, which change every half minute." },
  recovery: { label: "Recovery code", hint: "One of those that you kept. It works once." },
  any: { label: "Code", hint: "Six digits from your app, or one of your recovery codes." },
};

export function CodeField({ kind, error }: CodeFieldProps) {
  return (
    <TextField
      {...texts[kind]}
      name="code"
      inputMode={kind === "app" ? "numeric" : "text"}
      autoComplete={kind === "recovery" ? "off" : "one-time-code"}
      autoCapitalize="none"
      spellCheck={false}
      error={error}
    />
  );
}
