import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Disclosure } from "#app/ui/card.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { FieldRow, FormSection } from "#app/ui/form-layout.tsx";
import { DateField, NumberField, TextField } from "#app/ui/text-fields.tsx";
import { CODE_LISTS, type CodeListKey } from "../code-lists.ts";
import { MEMBER_ROWS } from "../event-input.ts";
import { EVENT_FORM_WORDS } from "../event-words.ts";
import { ROLE } from "../family-role-rules.ts";

const ROWS = [...Array(MEMBER_ROWS).keys()];

type Row = Record<string, unknown>;

/** A row for each of a family who comes with the first one; all of them are there without script. */
export function FamilyRows({ reply }: { reply: FormReply | undefined }) {
  const typed = (reply?.initialValue?.anggota ?? []) as (Row | undefined)[];
  return (
    <FormSection title="Anggota keluarga yang ikut" lead={EVENT_FORM_WORDS.membersLead}>
      <div>
        {ROWS.map((order) => (
          <Disclosure
            key={order}
            summary={summaryOf(order, typed[order])}
            open={Object.values(typed[order] ?? {}).some((value) => value)}
          >
            <MemberFields order={order} typed={typed[order] ?? {}} errors={reply?.error ?? {}} />
          </Disclosure>
        ))}
      </div>
    </FormSection>
  );
}

function summaryOf(order: number, row: Row | undefined): string {
  const name = typeof row?.nama === "string" && row.nama !== "" ? `: ${row.nama}` : "";
  return EVENT_FORM_WORDS.memberRow(order + 1) + name;
}

interface MemberProps {
  order: number;
  typed: Row;
  errors: Record<string, string[] | null>;
}

function MemberFields({ order, typed, errors }: MemberProps) {
  const field = (key: string) => {
    const name = `anggota[${order}].${key}`;
    const value = typed[key];
    const defaultValue = typeof value === "string" ? value : undefined;
    // A row may be left out as a whole, so no field of it says that it may.
    return { id: `datang-${name}`, name, errors: errors[name] ?? undefined, defaultValue, plain: true };
  };
  return (
    <>
      <TextField {...field("nama")} label="Nama lengkap" />
      <FieldRow>
        <Select
          {...field("hubungan")}
          label="Hubungan dalam keluarga"
          placeholder="Pilih"
          options={codesOf("familyRole").filter(({ value }) => value !== String(ROLE.head))}
        />
        <Select {...field("jk")} label="Jenis kelamin" placeholder="Pilih" options={codesOf("sex")} />
      </FieldRow>
      <FieldRow>
        <TextField {...field("tempatLahir")} label="Tempat lahir" />
        <DateField {...field("tanggalLahir")} label="Tanggal lahir" />
      </FieldRow>
      <FieldRow>
        <NumberField {...field("nik")} label="NIK, bila sudah ada" width="form" maxLength={32} />
        <Select
          {...field("kawin")}
          label="Status perkawinan"
          placeholder="Tidak diketahui"
          options={codesOf("maritalStatus")}
        />
      </FieldRow>
    </>
  );
}

function codesOf(list: CodeListKey) {
  return CODE_LISTS[list].codes.map(({ code, label }) => ({ value: String(code), label }));
}
