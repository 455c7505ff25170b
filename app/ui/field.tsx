import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icons.tsx";
import { UI_WORDS } from "./words.ts";

/** What every field shows around its control. */
export type FieldFrame = {
  /** Also the base of the ids of hint (`-description`) and errors (`-error`), as Conform names them. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[];
  required?: boolean;
  /** Leaves out `(wajib)` and `(boleh kosong)`: in filters, and where the group already says it. */
  plain?: boolean;
};

const WIDTHS = { full: "w-full", form: "w-full max-w-form", short: "w-full max-w-short" } as const;
/** How wide the control may grow. */
export type FieldWidth = keyof typeof WIDTHS;

/** The attributes that tie a control to its hint and its errors. */
export function describedBy({ id, hint, errors }: Pick<FieldFrame, "id" | "hint" | "errors">) {
  const ids = [errors?.length && `${id}-error`, hint && `${id}-description`].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": errors?.length ? true : undefined,
  };
}

function Mark({ required, plain }: Pick<FieldFrame, "required" | "plain">) {
  if (plain) return null;
  return (
    <span className="text-sm font-normal text-ink-soft">
      {" "}
      {required ? UI_WORDS.required : UI_WORDS.optional}
    </span>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-description`} className="text-sm text-ink-soft">
      {children}
    </p>
  );
}

export function FieldErrors({ id, errors }: { id: string; errors?: readonly string[] }) {
  if (!errors?.length) return null;
  return (
    <div id={`${id}-error`} className="flex max-w-form flex-col gap-1 font-semibold text-merah">
      {errors.map((error) => (
        <p key={error} className="flex items-start gap-1.5">
          <Icon name="stop" className="mt-0.5" />
          <span>
            <span className="sr-only">{UI_WORDS.errorPrefix} </span>
            {error}
          </span>
        </p>
      ))}
    </div>
  );
}

function frameClass(errors: readonly string[] | undefined): string {
  return cx("flex flex-col gap-1.5", errors?.length && "border-l-4 border-merah pl-3");
}

/** Label, hint and errors around one control. */
export function Field(props: FieldFrame & { width?: FieldWidth; children: ReactNode }) {
  const { id, label, hint, errors, required, plain, width = "form", children } = props;
  return (
    <div className={frameClass(errors)}>
      <label htmlFor={id} className="font-semibold">
        {label}
        <Mark required={required} plain={plain} />
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      <FieldErrors id={id} errors={errors} />
      <div className={WIDTHS[width]}>{children}</div>
    </div>
  );
}

/** Legend, hint and errors around a group of choices. The fieldset bears the id, so that an error summary can link to it. */
export function FieldGroup(props: FieldFrame & { children: ReactNode }) {
  const { id, label, hint, errors, required, plain, children } = props;
  const { "aria-describedby": described } = describedBy({ id, hint, errors });
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described} className={frameClass(errors)}>
      <legend className="mb-1.5 font-semibold">
        {label}
        <Mark required={required} plain={plain} />
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      <FieldErrors id={id} errors={errors} />
      {children}
    </fieldset>
  );
}
