import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { cx } from "./cx.ts";
import { describedBy, Field, type FieldFrame, type FieldWidth } from "./field.tsx";

type Frame = FieldFrame & { name: string; width?: FieldWidth };
type InputAttributes = Omit<
  ComponentPropsWithoutRef<"input">,
  "id" | "name" | "width" | "className" | "required" | "type"
>;

export type TextFieldProps = Frame &
  InputAttributes & {
    type?: "text" | "email" | "tel" | "url" | "search" | "date" | "month" | "time";
    /** Fixed words at the edge of the control, such as `Rp` or `orang`. */
    prefix?: ReactNode;
    suffix?: ReactNode;
  };

type ControlProps = Frame & InputAttributes & { type: string; prefix?: ReactNode; suffix?: ReactNode };

function InputField({ label, hint, errors, plain, width, prefix, suffix, ...input }: ControlProps) {
  const { id, required } = input;
  const attributes = { ...input, ...describedBy({ id, hint, errors }) };
  return (
    <Field {...{ id, label, hint, errors, required, plain, width }}>
      {prefix || suffix ? (
        <div className="flex items-stretch">
          {prefix && <Affix edge="start">{prefix}</Affix>}
          <input
            {...attributes}
            className={cx("control min-w-0 flex-1", prefix && "rounded-l-none", suffix && "rounded-r-none")}
          />
          {suffix && <Affix edge="end">{suffix}</Affix>}
        </div>
      ) : (
        <input {...attributes} className="control" />
      )}
    </Field>
  );
}

function Affix({ edge, children }: { edge: "start" | "end"; children: ReactNode }) {
  const look = edge === "start" ? "rounded-l-sm border-r-0" : "rounded-r-sm border-l-0";
  return (
    <span className={cx("flex flex-none items-center border-2 border-line-strong bg-mist px-3", look)}>
      {children}
    </span>
  );
}

export function TextField({ type = "text", ...props }: TextFieldProps) {
  return <InputField {...props} type={type} />;
}

export type PasswordFieldProps = Omit<TextFieldProps, "type" | "defaultValue"> & {
  autoComplete: "current-password" | "new-password" | "one-time-code";
};

/** Never carries a value back to the page. */
export function PasswordField(props: PasswordFieldProps) {
  return <InputField {...props} type="password" />;
}

export type NumberFieldProps = Omit<TextFieldProps, "type"> & {
  /** Opens the keyboard with a comma. */
  decimal?: boolean;
};

/** A text control with the numeric keyboard: what was typed stays as typed, and the parser decides. */
export function NumberField({ decimal, width = "short", ...props }: NumberFieldProps) {
  return (
    <InputField
      autoComplete="off"
      {...props}
      width={width}
      type="text"
      inputMode={decimal ? "decimal" : "numeric"}
    />
  );
}

export function MoneyField(props: Omit<NumberFieldProps, "decimal" | "prefix">) {
  return <NumberField {...props} prefix="Rp" />;
}

/** The browser's own date picker; the value is `2026-11-24`. */
export function DateField({ width = "short", ...props }: Omit<TextFieldProps, "type" | "prefix" | "suffix">) {
  return <InputField {...props} width={width} type="date" />;
}

export type FileFieldProps = Omit<TextFieldProps, "type" | "prefix" | "suffix" | "defaultValue">;

/** One file a form post; say the kinds and the largest size in `hint`. */
export function FileField(props: FileFieldProps) {
  return <InputField {...props} type="file" />;
}

export type TextAreaProps = Frame &
  Omit<ComponentPropsWithoutRef<"textarea">, "id" | "name" | "className" | "required">;

export function TextArea({ label, hint, errors, plain, width, rows = 4, ...area }: TextAreaProps) {
  const { id, required } = area;
  return (
    <Field {...{ id, label, hint, errors, required, plain, width }}>
      <textarea {...area} rows={rows} {...describedBy({ id, hint, errors })} className="control" />
    </Field>
  );
}

export function Hidden({ name, value, form }: { name: string; value: string; form?: string }) {
  return <input type="hidden" name={name} value={value} form={form} />;
}
