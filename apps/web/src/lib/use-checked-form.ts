import { useEffect, useRef, useState, type FormEvent } from "react";
import type { z } from "zod";
import { fieldErrors, refusedFields, type FieldErrors } from "./form-errors.ts";

/**
 * A form whose fields are checked when it is sent, by the same schema as on the server. What either finds wrong stands at
 * its field until something else is typed there, and the focus goes to the first of them.
 */
export function useCheckedForm(refusal: unknown) {
  const ref = useRef<HTMLFormElement>(null);
  const [own, setOwn] = useState<FieldErrors>({});
  const [typed, setTyped] = useState<{ after: unknown; names: readonly string[] }>({ after: null, names: [] });
  useEffect(() => {
    if (refusal) focusFirstError(ref.current);
  }, [refusal]);
  const errors = { ...refusedFields(refusal), ...own };
  // What the server says last counts, whatever was typed while it was asked.
  const typedSince = typed.after === refusal ? typed.names : [];
  for (const name of typedSince) delete errors[name];
  return {
    form: {
      ref,
      noValidate: true,
      onInput: ({ target }: FormEvent<HTMLFormElement>) => {
        if (target instanceof HTMLInputElement && !typedSince.includes(target.name)) setTyped({ after: refusal, names: [...typedSince, target.name] });
      },
    },
    errors,
    /** What was typed as the schema reads it, or null. */
    check: <Schema extends z.ZodType>(schema: Schema, values: unknown): z.output<Schema> | null => {
      const parsed = schema.safeParse(values);
      setOwn(parsed.success ? {} : fieldErrors(parsed.error));
      setTyped({ after: refusal, names: [] });
      if (!parsed.success) focusFirstError(ref.current);
      return parsed.success ? parsed.data : null;
    },
  };
}

/** Once the errors are shown. */
export function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
}
