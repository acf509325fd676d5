import { classNames } from "../lib/class-names.ts";
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from "react";

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
  className?: string;
}

const controlClass =
  "w-full min-h-12 rounded-md border bg-sheet px-3.5 py-2 text-base text-ink placeholder:text-soft/70 aria-invalid:border-fault aria-invalid:border-2 border-edge";

type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, "className"> & {
    /** A small button inside the field, at its end. */
    action?: ReactNode;
  };

export function TextField({ label, hint, error, isOptional, className, action, ...input }: TextFieldProps) {
  const id = useId();
  const field = <input {...input} id={id} {...described(id, { hint, error })} className={classNames(controlClass, Boolean(action) && "pr-20")} />;
  return (
    <FieldFrame {...{ id, label, hint, error, isOptional, className }}>
      {action ? (
        <div className="relative">
          {field}
          <div className="absolute inset-y-0 right-0 flex items-center">{action}</div>
        </div>
      ) : (
        field
      )}
    </FieldFrame>
  );
}

type SelectFieldProps = FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, "className">;

export function SelectField({ label, hint, error, isOptional, className, children, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <FieldFrame {...{ id, label, hint, error, isOptional, className }}>
      <select {...select} id={id} {...described(id, { hint, error })} className={controlClass}>
        {children}
      </select>
    </FieldFrame>
  );
}

interface FieldFrameProps {
  id: string;
  label: string;
  hint: ReactNode;
  error: string | undefined;
  isOptional: boolean | undefined;
  className: string | undefined;
  children: ReactNode;
}

function FieldFrame({ id, label, hint, error, isOptional, className, children }: FieldFrameProps) {
  return (
    <div className={classNames("space-y-1.5", className)}>
      <label htmlFor={id} className="block text-sm font-medium">
        {label} {isOptional && <span className="font-normal text-soft">(optional)</span>}
      </label>
      {children}
      {hint && !error && (
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-xs font-medium text-fault">
          {error}
        </p>
      )}
    </div>
  );
}

function described(id: string, { hint, error }: { hint: ReactNode; error: string | undefined }) {
  if (error) return { "aria-invalid": true, "aria-describedby": `${id}-error` } as const;
  return hint ? { "aria-describedby": `${id}-hint` } : {};
}
