import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";

/** A box to tick, as large as the other choices. */
export function Tick(props: {
  id: string;
  selected: boolean;
  onChange: (selected: boolean) => void;
  children: ReactNode;
}) {
  const { id, selected, onChange, children } = props;
  return (
    <Checkbox id={id} className="choice" isSelected={selected} onChange={onChange}>
      <span className="dot square" aria-hidden>
        <Check className="icon" />
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}
