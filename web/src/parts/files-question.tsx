import { type ReactNode, useEffect, useRef } from "react";
import { type Field, filesOf } from "./asking.ts";
import { FileField } from "./file-field.tsx";

/** Files that a form keeps among what is typed. */
export default function FilesQuestion(props: {
  common: { id: string; label: string; hint?: ReactNode; error: string | undefined };
  field: Field;
  value: string;
  onChange: (value: string) => void;
}) {
  const { common, field, value, onChange } = props;
  // Two files can arrive before the first is shown.
  const list = useRef(filesOf(value));
  useEffect(() => {
    list.current = filesOf(value);
  }, [value]);
  if (!field.place) return null;
  return (
    <FileField
      {...common}
      place={field.place}
      multiple={field.several ?? false}
      files={filesOf(value)}
      onChange={(change) => {
        list.current = change(list.current);
        onChange(list.current.length > 0 ? JSON.stringify(list.current) : "");
      }}
    />
  );
}
