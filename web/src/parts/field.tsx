import type { ComponentProps, ReactNode } from "react";

export interface Common {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
}

/** The names that tie label, hint and error to the input. */
export const described = ({ id, hint, error }: Common) => ({
  "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
  "aria-invalid": error ? true : undefined,
});

/** A label, a hint and an error around whatever is asked with. */
export function Frame({ id, label, hint, error, children }: Common & { children: ReactNode }) {
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children}
    </div>
  );
}

/** A line of text. */
export function Line({ label, hint, error, className = "", ...input }: Common & Omit<ComponentProps<"input">, "id">) {
  const common = { id: input.id, label, hint, error };
  return (
    <Frame {...common}>
      <input {...input} className={`input ${className}`} {...described(common)} />
    </Frame>
  );
}

/** A few lines of text. The box grows with it. */
export function Area({ label, hint, error, ...input }: Common & Omit<ComponentProps<"textarea">, "id">) {
  const common = { id: input.id, label, hint, error };
  return (
    <Frame {...common}>
      <textarea rows={4} {...input} className="input" {...described(common)} />
    </Frame>
  );
}

/** One out of a longer list. */
export function Pick({ label, hint, error, ...input }: Common & Omit<ComponentProps<"select">, "id">) {
  const common = { id: input.id, label, hint, error };
  return (
    <Frame {...common}>
      <select {...input} className="input" {...described(common)} />
    </Frame>
  );
}
