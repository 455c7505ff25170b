import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { isModuleOn } from "#app/registry.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Emblem } from "../components/emblem.tsx";
import { Officials } from "../components/officials.tsx";
import { loadFront } from "../load-front.server.ts";

export const loader = villageLoader(async ({ ctx }) => {
  const { switches, ...front } = await loadFront(ctx);
  return { ...front, showsProgramme: isModuleOn("programme", switches) };
});

type Front = Awaited<ReturnType<typeof loader>>;

export default function FrontPage() {
  const { profile, brand, emblemSrc, officials, showsProgramme } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{brand.name}</title>
      <div className="flex items-start gap-4">
        {emblemSrc && <Emblem src={emblemSrc} size="large" />}
        <div className="min-w-0 flex-1">
          <PageHeader title={brand.name} lead={`${brand.place}, ${profile.provinceName}`} />
        </div>
      </div>
      <div className="flex flex-col gap-8">
        {profile.about && <p className="max-w-text whitespace-pre-line">{profile.about}</p>}
        {showsProgramme && (
          <p>
            <ButtonLink href="/program-kerja" variant="primary" iconEnd="arrow-right">
              Lihat program kerja desa
            </ButtonLink>
          </p>
        )}
        <Contact profile={profile} />
        <Officials officials={officials} />
      </div>
    </>
  );
}

function Contact({ profile }: Pick<Front, "profile">) {
  const { address, postalCode, phone, email, officeHours, regionCode } = profile;
  const place = address && (postalCode ? `${address}, ${postalCode}` : address);
  const items = [
    { term: "Alamat kantor", value: place },
    {
      term: "Jam pelayanan",
      value: officeHours && <span className="whitespace-pre-line">{officeHours}</span>,
    },
    { term: "Telepon", value: phone && <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a> },
    { term: "Surel", value: email && <a href={`mailto:${email}`}>{email}</a> },
    { term: "Kode wilayah", value: regionCode },
  ].filter((item) => item.value);
  return (
    <section aria-labelledby="kantor-desa" className="max-w-text">
      <h2 id="kantor-desa" className="mb-2 text-lg">
        Kantor
      </h2>
      <DefinitionList items={items} />
    </section>
  );
}
