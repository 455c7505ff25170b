import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, CardGrid, StatGrid, StatTile } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { countMail } from "../count-mail.server.ts";

export const loader = officeLoader(async ({ ctx }) => ({
  counts: await countMail(ctx),
  mayWrite: ctx.actor.permissions.has("mail.write"),
}));

const BOOKS = [
  {
    href: "/kantor/buku/masuk",
    title: "Surat masuk",
    purpose: "Surat yang datang: nomor agenda, pindaian, disposisi, dan tindak lanjutnya.",
  },
  {
    href: "/kantor/buku/keluar",
    title: "Surat keluar",
    purpose: "Undangan, pemberitahuan, permohonan, dan surat tugas yang ditulis kantor desa.",
  },
  {
    href: "/kantor/buku/ekspedisi",
    title: "Buku Ekspedisi",
    purpose: "Surat yang dikirim, kepada siapa, dan siapa yang menerimanya.",
  },
  {
    href: "/kantor/buku/agenda",
    title: "Buku Agenda",
    purpose: "Semua surat masuk dan keluar satu tahun, untuk dibaca, dicetak, dan diunduh.",
  },
] as const;

/** Where the office's correspondence begins. */
export default function Books() {
  const { counts, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Surat masuk dan buku</title>
      <PageHeader
        title="Surat masuk dan buku"
        lead="Surat masuk, surat keluar, Buku Agenda, dan Buku Ekspedisi desa."
        actions={
          mayWrite && (
            <ButtonLink href="/kantor/buku/masuk/baru" variant="primary" icon="plus">
              Catat surat masuk
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-8">
        <StatGrid>
          <StatTile
            label="Menunggu disposisi"
            value={counts.undisposed}
            href="/kantor/buku/masuk?hanya=belum"
          />
          <StatTile label="Belum selesai" value={counts.open} href="/kantor/buku/masuk?hanya=belum" />
          <StatTile label="Terlambat" value={counts.late} href="/kantor/buku/masuk?hanya=terlambat" />
          <StatTile label="Disposisi untuk Anda" value={counts.own} href="/kantor" />
        </StatGrid>
        <CardGrid>
          {BOOKS.map(({ href, title, purpose }) => (
            <Card key={href} title={title} href={href}>
              <p>{purpose}</p>
            </Card>
          ))}
        </CardGrid>
      </div>
    </>
  );
}
