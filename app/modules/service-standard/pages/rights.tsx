import { loadBrand } from "#app/modules/village/public-frame.server.ts";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DUTIES, RIGHTS, SOURCES } from "../rights-words.ts";

export const loader = villageLoader(({ ctx }) => loadBrand(ctx));

export default function Rights() {
  return (
    <>
      <title>Hak dan kewajiban warga</title>
      <PageHeader
        title="Hak dan kewajiban Anda"
        lead="Ketika Anda dilayani di kantor desa, ini hak Anda dan ini yang kami harapkan dari Anda."
      />
      <div className="flex flex-col gap-8">
        <Part title="Hak Anda" lines={RIGHTS} />
        <Part title="Kewajiban Anda" lines={DUTIES} />
        <p className="max-w-text text-sm text-ink-soft">{SOURCES}</p>
        <div className="flex flex-wrap gap-3 print:hidden">
          <ButtonLink href="/pelayanan">Syarat dan waktu pelayanan</ButtonLink>
          <ButtonLink href="/pengaduan">Sampaikan pengaduan</ButtonLink>
        </div>
      </div>
    </>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">{title}</h2>
      <ul className="flex max-w-text list-disc flex-col gap-2 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
