import { Select } from "#app/ui/choice-fields.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { CODE_LISTS, type CodeListKey } from "../code-lists.ts";
import type { ListedArea } from "../list-residents.server.ts";
import { areaValue, isNarrowed, type ResidentFilter } from "../list-rules.ts";
import { STATUS } from "../person-rules.ts";
import { LIST_WORDS } from "../words.ts";
import { areaOptions } from "./area-options.ts";

interface Props {
  filter: ResidentFilter;
  areas: readonly ListedArea[];
  hamletTerm: string;
}

/** What the list of residents can be narrowed by; all of it combines. */
export function ResidentFilterBar({ filter, areas, hamletTerm }: Props) {
  const { sex, maritalStatus, familyRole } = filter;
  return (
    <FilterBar action="/kantor/penduduk" resetHref={isNarrowed(filter) ? "/kantor/penduduk" : undefined}>
      {filter.name !== null && <input type="hidden" name="nama" value={filter.name} />}
      <Choice
        name="wilayah"
        label="Wilayah"
        all="Seluruh desa"
        value={areaValue(filter.area)}
        options={areaOptions(areas, hamletTerm, (area) => areaValue(area) ?? "")}
      />
      <Choice name="kelamin" label="Jenis kelamin" all="Semua" value={sex} options={codes("sex")} />
      <Choice name="usia" label="Usia" all="Semua usia" value={filter.age} options={LIST_WORDS.ages} />
      <Choice
        name="kawin"
        label="Status perkawinan"
        all="Semua"
        value={maritalStatus}
        options={codes("maritalStatus")}
      />
      <Choice
        name="hubungan"
        label="Hubungan dalam keluarga"
        all="Semua"
        value={familyRole}
        options={codes("familyRole")}
      />
      <Choice
        name="jenis"
        label="Jenis penduduk"
        all="Semua"
        value={kindValue(filter)}
        options={LIST_WORDS.kinds}
      />
      <Choice name="nik" label="NIK" all="Semua" value={nikValue(filter)} options={LIST_WORDS.nikStates} />
      <Select
        id="status"
        name="status"
        label="Status"
        plain
        width="short"
        defaultValue={String(filter.status ?? "semua")}
        options={[...codes("status"), { value: "semua", label: "Semua status" }]}
      />
    </FilterBar>
  );
}

function kindValue({ kind }: ResidentFilter): string | null {
  return kind && (kind === "permanent" ? "tetap" : "sementara");
}

function nikValue({ nikState }: ResidentFilter): string | null {
  return nikState && (nikState === "doubtful" ? "ragu" : "kosong");
}

interface ChoiceProps {
  name: string;
  label: string;
  /** What the empty choice says. */
  all: string;
  value: string | number | null;
  options: Parameters<typeof Select>[0]["options"];
}

function Choice({ name, label, all, value, options }: ChoiceProps) {
  const chosen = value === null ? "" : String(value);
  return (
    <Select
      id={name}
      name={name}
      label={label}
      plain
      width="short"
      placeholder={all}
      defaultValue={chosen}
      options={options}
    />
  );
}

function codes(key: CodeListKey) {
  const list = CODE_LISTS[key].codes.map(({ code, label }) => ({ value: String(code), label }));
  return key === "status"
    ? list.map((each) => (each.value === String(STATUS.here) ? LIST_WORDS.here : each))
    : list;
}
