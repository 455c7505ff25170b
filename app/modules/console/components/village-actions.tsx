import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import type { VillageFacts } from "../load-village.server.ts";
import { Part } from "./part.tsx";

/** What an operator may do with a village; each that needs a reason has a page of its own. */
export function VillageActions({ village }: Pick<VillageFacts, "village">) {
  const here = `/operator/desa/${village.id}`;
  const isInUse = village.state === "active" || village.state === "suspended";
  return (
    <Part id="tindakan" title="Tindakan">
      <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        {isInUse && (
          <ButtonLink href={`${here}/penangguhan`} icon="lock">
            {village.state === "suspended" ? "Cabut penangguhan" : "Tangguhkan desa"}
          </ButtonLink>
        )}
        {isInUse && (
          <ButtonLink href={`${here}/pemulihan-data`} icon="return-arrow">
            Pulihkan data
          </ButtonLink>
        )}
        <ButtonLink href={`${here}/ruang`} icon="file">
          Ubah ruang berkas
        </ButtonLink>
        <form method="post">
          <SubmitKey />
          <Hidden name="kenari" value={village.isCanary ? "tidak" : "ya"} />
          <Button variant="secondary">
            {village.isCanary ? "Jangan migrasi lebih dahulu" : "Migrasi lebih dahulu (kenari)"}
          </Button>
        </form>
      </div>
    </Part>
  );
}
