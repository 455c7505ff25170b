import { type FieldMeta, textProps } from "#app/ui/conform.ts";
import { FieldRow } from "#app/ui/form-layout.tsx";
import { NumberField } from "#app/ui/text-fields.tsx";

interface TargetFieldsProps {
  t1: FieldMeta;
  t2: FieldMeta;
  t3: FieldMeta;
  t4: FieldMeta;
  unit?: string;
}

const QUARTERS = ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"] as const;

/** Targets of the four quarters side by side. */
export function TargetFields({ t1, t2, t3, t4, unit }: TargetFieldsProps) {
  return (
    <FieldRow columns={4}>
      {[t1, t2, t3, t4].map((field, index) => (
        <NumberField
          key={field.name}
          {...textProps(field)}
          label={`Target ${QUARTERS[index]}`}
          plain
          decimal
          suffix={unit}
        />
      ))}
    </FieldRow>
  );
}
