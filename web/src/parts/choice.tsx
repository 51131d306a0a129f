import type { ReactNode } from "react";
import { FieldError, Label, Radio, RadioGroup, Text } from "react-aria-components";

export interface Option<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
}

/** One answer out of a few, each large enough for a thumb. Nothing is chosen beforehand. */
export function Choices<Value extends string>(props: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  big?: boolean;
  value: Value | undefined;
  options: readonly Option<Value>[];
  error?: string | undefined;
  onChange: (value: Value) => void;
}) {
  const { id, label, hint, big, value, options, error, onChange } = props;
  return (
    <RadioGroup
      id={id}
      className={error ? "field wrong" : "field"}
      value={value ?? null}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      onChange={(next) => onChange(next as Value)}
    >
      <Label className={big ? "label big" : "label"}>{label}</Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {error && <FieldError className="error">{error}</FieldError>}
      <div className="choices">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice">
            <span className="dot" aria-hidden />
            <span>
              {option.label}
              {option.hint && <span className="hint">{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
