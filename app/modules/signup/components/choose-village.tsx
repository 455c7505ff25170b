import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { type LinkItem, PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import type { RegionStep, VillageHit } from "../find-villages.server.ts";
import { VillageList } from "./village-list.tsx";
import { VillageSearch } from "./village-search.tsx";

export interface Choosing {
  text: string;
  step: RegionStep;
  /** What the search found; null where nothing was typed. */
  hits: VillageHit[] | null;
  /** Why the code that was asked for has no form. */
  problem: string | null;
}

/** What stands below a region of each level. */
const NEXT: Record<number, string> = { 0: "provinsi", 1: "kabupaten atau kota", 2: "kecamatan", 3: "desa" };

/** First part of sign-up: find the village by name, or step down from the province. */
export function ChooseVillage({ text, step, hits, problem }: Choosing) {
  const { at } = step;
  return (
    <>
      <PageHeader
        title="Daftarkan desa"
        lead={at ? undefined : "Cari desa Anda menurut namanya, atau pilih mulai dari provinsinya."}
        breadcrumb={trailOf(step)}
      />
      <div className="flex flex-col gap-8">
        {problem && <Notice tone="warning">{problem}</Notice>}
        <VillageSearch action="/daftar" text={text} under={at?.code} />
        {hits ? <Hits text={text} hits={hits} where={at?.name} /> : <Below step={step} />}
      </div>
    </>
  );
}

function Hits({ text, hits, where }: { text: string; hits: VillageHit[]; where: string | undefined }) {
  if (hits.length > 0) return <VillageList label={`Desa yang cocok dengan ${text}`} villages={hits} />;
  return (
    <EmptyState icon="search" title={`Tidak ada desa yang cocok dengan “${text}”`}>
      Periksa ejaannya{where ? `, atau cari di luar ${where}` : ", atau pilih mulai dari provinsinya"}.{" "}
      <a href="/daftar" className="inline-flex min-h-11 items-center">
        Mulai dari daftar provinsi
      </a>
    </EmptyState>
  );
}

function Below({ step: { at, regions, villages } }: { step: RegionStep }) {
  const title = `Pilih ${NEXT[at?.level ?? 0]}${at ? ` di ${at.level === 3 ? `Kecamatan ${at.name}` : at.name}` : ""}`;
  return (
    <section aria-labelledby="pilih" className="flex max-w-text flex-col gap-3">
      <h2 id="pilih" className="text-lg">
        {title}
      </h2>
      {villages.length > 0 ? (
        <VillageList label={title} villages={villages} />
      ) : (
        <TaskList
          label={title}
          items={regions.map(({ code, name }) => ({ key: code, href: `/daftar?di=${code}`, title: name }))}
        />
      )}
    </section>
  );
}

/** The regions above the one whose children are shown. */
function trailOf({ at }: RegionStep): LinkItem[] {
  if (!at) return [];
  const names = [at.provinsi, at.kabupaten].slice(0, at.level - 1);
  const codes = [at.code.slice(0, 2), at.code.slice(0, 5)];
  const items = names.map((name, level) => ({ href: `/daftar?di=${codes[level]}`, label: name ?? "" }));
  return [{ href: "/daftar", label: "Semua provinsi" }, ...items];
}
