import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";

/** Where the office is, when it is open and how it is reached. */
export function OfficeFacts({ profile }: { profile: ProfileRow }) {
  const { address, postalCode, phone, email, officeHours, regionCode } = profile;
  const place = address && (postalCode ? `${address}, ${postalCode}` : address);
  const items = [
    {
      term: "Jam pelayanan",
      value: officeHours && <span className="whitespace-pre-line">{officeHours}</span>,
    },
    { term: "Alamat kantor", value: place },
    {
      term: "Telepon",
      value: phone && (
        <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className="inline-flex min-h-11 items-center">
          {phone}
        </a>
      ),
    },
    {
      term: "Surel",
      value: email && (
        <a href={`mailto:${email}`} className="inline-flex min-h-11 items-center">
          {email}
        </a>
      ),
    },
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
