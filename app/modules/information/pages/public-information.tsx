import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { formatDate, formatFileSize } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadPublicInformation } from "../public-information.server.ts";
import { CLASS_NAMES, CLASS_NOTES } from "../words.ts";

export const loader = villageLoader(({ ctx }) => loadPublicInformation(ctx));

type Shown = Awaited<ReturnType<typeof loader>>["classes"][number]["documents"][number];

export default function PublicInformation() {
  const { classes, profile } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Informasi publik</title>
      <PageHeader
        title="Informasi publik"
        lead="Dokumen desa yang terbuka bagi siapa saja, dan cara meminta yang belum ada di sini."
      />
      <div className="flex flex-col gap-8">
        <section aria-labelledby="cara-meminta" className="flex max-w-text flex-col items-start gap-3">
          <h2 id="cara-meminta" className="text-lg">
            Cara meminta informasi
          </h2>
          <ol className="list-decimal pl-6">
            <li>
              Isi formulir di halaman ini, atau datang ke kantor desa. Tidak dipungut biaya selain salinan.
            </li>
            <li>Anda mendapat kode untuk mengikuti permohonan Anda.</li>
            <li>
              Jawaban paling lambat 10 hari kerja, dapat diperpanjang 7 hari kerja dengan alasan tertulis.
            </li>
            <li>
              Bila ditolak, alasannya dan dasar hukumnya disebut. Anda boleh mengajukan keberatan kepada
              atasan PPID.
            </li>
          </ol>
          {profile?.officeHours && (
            <p className="whitespace-pre-line">{`Jam pelayanan: ${profile.officeHours}`}</p>
          )}
          <ButtonLink href="/informasi-publik/permohonan" variant="primary" iconEnd="arrow-right">
            Minta informasi
          </ButtonLink>
        </section>
        {classes.map(({ class: name, documents }) => (
          <section key={name} aria-labelledby={`golongan-${name}`} className="max-w-text">
            <h2 id={`golongan-${name}`} className="text-lg">
              {CLASS_NAMES[name]}
            </h2>
            <p className="mb-2 text-ink-soft">{CLASS_NOTES[name]}</p>
            {documents.length === 0 ? (
              <p>Belum ada dalam daftar.</p>
            ) : (
              <ul className="flex flex-col border-t border-line">
                {documents.map((document) => (
                  <DocumentItem key={document.id} document={document} />
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function DocumentItem({ document }: { document: Shown }) {
  const { title, year, summary, file, ground, withheldUntil } = document;
  return (
    <li className="avoid-break flex flex-col items-start gap-1 border-b border-line py-3">
      <p className="font-semibold">{year ? `${title} (${year})` : title}</p>
      {summary && <p>{summary}</p>}
      {ground && <p>{`Dikecualikan menurut ${ground}`}</p>}
      {withheldUntil && <p>{`Sampai ${formatDate(withheldUntil)}`}</p>}
      {file && (
        <a href={file.href} className="inline-flex min-h-11 items-center print:hidden">
          {`Buka berkas (${formatFileSize(file.sizeBytes)})`}
        </a>
      )}
    </li>
  );
}
