import type { KindFields } from "./components/kind-form.tsx";
import { fieldLines, requirementLines } from "./kind-line-rules.ts";
import type { VillageKind } from "./kind-rules.ts";

/** A kind as the fields of its form. */
export function kindFormValues(kind: VillageKind): Record<keyof KindFields, string | string[] | undefined> {
  return {
    versi: String(kind.version),
    judul: kind.title,
    kegunaan: kind.purpose,
    klasifikasi: kind.classification,
    janji: kind.promised.kind,
    berlaku: kind.validity ? String(kind.validity.amount) : "",
    satuan: kind.validity?.unit ?? "month",
    paraf: kind.chain.review,
    mandiri: kind.isSelfService ? "on" : undefined,
    isian: fieldLines(kind.fields),
    syarat: requirementLines(kind.requirements),
    isi: kind.template,
  };
}
