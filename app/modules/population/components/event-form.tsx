import type { ReactNode } from "react";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckboxGroup, RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import {
  choiceProps,
  type FieldMeta,
  type FormMeta,
  formProps,
  selectProps,
  summaryErrors,
  textProps,
} from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextArea } from "#app/ui/text-fields.tsx";
import { CODE_LISTS, type CodeListKey } from "../code-lists.ts";
import { EVENT_FORM_WORDS } from "../event-words.ts";
import type { EventFormPage } from "../load-event-form.server.ts";

type Fields = Record<"tanggal" | "catatan" | "versi" | "versiKk", FieldMeta>;

interface EventFormProps {
  page: EventFormPage;
  title: string;
  lead?: string;
  form: FormMeta;
  fields: Fields;
  /** What the day is called: `Tanggal meninggal`. */
  dayLabel: string;
  submit: string;
  children?: ReactNode;
}

/** The frame of every event form: heading, day, its own fields, note, button. */
export function EventForm({ page, title, lead, form, fields, dayLabel, submit, children }: EventFormProps) {
  const back = `/kantor/penduduk/${page.person.id}`;
  return (
    <>
      <title>{`${title}: ${page.person.name}`}</title>
      <PageHeader
        title={title}
        lead={lead ?? page.person.name}
        back={{ href: back, label: page.person.name }}
      />
      <form {...formProps(form)} className="max-w-form">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <Hidden name="versi" value={seen(fields.versi, page.versions.versi)} />
        <Hidden name="versiKk" value={seen(fields.versiKk, page.versions.versiKk)} />
        <FormStack>
          <DateField
            {...textProps(fields.tanggal)}
            label={dayLabel}
            hint={EVENT_FORM_WORDS.dayHint}
            max={page.today}
            required
          />
          {children}
          <TextArea
            {...textProps(fields.catatan)}
            label="Catatan"
            hint={EVENT_FORM_WORDS.noteHint}
            rows={2}
          />
        </FormStack>
        <FormActions>
          <Button icon="check">{submit}</Button>
          <ButtonLink href={back} variant="quiet">
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}

// What the official saw when he began to fill in, not what stands now that the form was refused.
function seen({ initialValue }: FieldMeta, now: string): string {
  return typeof initialValue === "string" ? initialValue : now;
}

/** Which people of the card it is about; the person alone unless more are ticked. */
export function MemberBoxes({
  page,
  field,
  label,
  hint = EVENT_FORM_WORDS.membersHint,
}: {
  page: EventFormPage;
  field: FieldMeta;
  label: string;
  hint?: string;
}) {
  const { members, person } = page;
  if (!members.some(({ id }) => id !== person.id)) return <Hidden name={field.name} value={person.id} />;
  return (
    <CheckboxGroup
      {...choiceProps(field)}
      label={label}
      hint={hint}
      choices={members.map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
      required
    />
  );
}

interface HeadChoiceProps {
  page: EventFormPage;
  field: FieldMeta;
  label?: string;
  /** Why and when it is to be chosen. */
  hint: string;
  required?: boolean;
  /** Leaves the person himself out: he goes. */
  withoutPerson?: boolean;
}

/** The new head of the card. */
export function HeadChoice({
  page,
  field,
  label = "Kepala keluarga baru",
  hint,
  required,
  withoutPerson,
}: HeadChoiceProps) {
  const able = page.members.filter(({ id }) => !withoutPerson || id !== page.person.id);
  if (able.length === 0) return null;
  return (
    <RadioGroup
      {...choiceProps(field)}
      label={label}
      hint={hint}
      choices={able.map(({ id, name, hint: role }) => ({ value: id, label: name, hint: role }))}
      required={required}
    />
  );
}

export function AreaSelect({
  page,
  field,
  label,
  hint,
  required,
}: Omit<HeadChoiceProps, "hint" | "withoutPerson"> & { hint?: string }) {
  return (
    <Select
      {...selectProps(field)}
      label={label}
      hint={hint}
      placeholder="Pilih wilayah"
      options={page.areas}
      required={required}
    />
  );
}

/** A value of a code list. */
export function CodeSelect({
  field,
  list,
  label,
  required,
}: {
  field: FieldMeta;
  list: CodeListKey;
  label: string;
  required?: boolean;
}) {
  return (
    <Select
      {...selectProps(field)}
      label={label}
      placeholder={required ? "Pilih" : "Tidak diketahui"}
      options={CODE_LISTS[list].codes.map(({ code, label: name }) => ({ value: String(code), label: name }))}
      required={required}
    />
  );
}

/** Father or mother, from those of the card. */
export function ParentSelect({
  page,
  field,
  sex,
  label,
}: {
  page: EventFormPage;
  field: FieldMeta;
  sex: number;
  label: string;
}) {
  return (
    <Select
      {...selectProps(field)}
      label={label}
      placeholder="Tidak ada di KK ini"
      options={page.members
        .filter((each) => each.sex === sex)
        .map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
