import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";

/** What comes after a birth, death or move: its sheet for Dukcapil, in one tap. */
export function DukcapilStep({ actId }: { actId: string }) {
  return (
    <div className="mb-6 print:hidden">
      <Notice
        title="Langkah berikutnya"
        actions={
          <form method="post" action="/kantor/dukcapil/baru">
            <SubmitKey />
            <Hidden name="tindakan" value={actId} />
            <Button icon="file">Buat lembar data Dukcapil</Button>
          </form>
        }
      >
        Lembar datanya terisi dari peristiwa ini; tinggal dilengkapi dan dikirim ke Dukcapil.
      </Notice>
    </div>
  );
}
