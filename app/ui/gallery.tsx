import { ButtonLink } from "./button.tsx";
import { FigureGallery, TableGallery } from "./gallery/gallery-data.tsx";
import { ButtonGallery, FormGallery } from "./gallery/gallery-forms.tsx";
import { CardGallery, MessageGallery } from "./gallery/gallery-messages.tsx";
import { PageHeader } from "./page-header.tsx";
import { StatusBadge } from "./status-badge.tsx";

/** Every component in its states, to be shown inside an AppShell. */
export function Gallery() {
  return (
    <>
      <PageHeader
        title="Gaya tampilan Balai"
        lead="Semua bagian tampilan dalam keadaan yang mungkin ditemui pemakai."
        back={{ href: "#kantor", label: "Meja kerja" }}
        badge={<StatusBadge>Contoh</StatusBadge>}
        actions={
          <ButtonLink href="#cetak" icon="print">
            Cetak
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-10">
        <MessageGallery />
        <ButtonGallery />
        <FormGallery />
        <CardGallery />
        <TableGallery />
        <FigureGallery />
      </div>
    </>
  );
}
