import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Disclosure } from "#app/ui/card.tsx";
import { Checkbox, Select } from "#app/ui/choice-fields.tsx";
import { checkboxProps, selectProps, textProps } from "#app/ui/conform.ts";
import { DateField, TextArea } from "#app/ui/text-fields.tsx";
import type { ComplaintAction } from "../complaint-rules.ts";
import type { loadComplaint } from "../load-complaints.server.ts";
import { COMPLAINT_WORDS } from "../words.ts";
import { ActionForm } from "./action-form.tsx";

interface ComplaintActionsProps {
  page: Pick<Awaited<ReturnType<typeof loadComplaint>>, "complaint" | "officials" | "actions">;
  reply: FormReply | undefined;
}

/** What whoever looks may do now; what is not the next step is folded away. */
export function ComplaintActions({ page: { complaint, officials, actions }, reply }: ComplaintActionsProps) {
  const may = (action: ComplaintAction) => actions.includes(action);
  const shared = { version: complaint.version, reply };
  const isOpen = (intent: string) => reply?.initialValue?.maksud === intent;
  return (
    <div className="flex flex-col gap-6">
      {may("assign") && (
        <Disclosure
          summary={complaint.ownerAccountId ? "Ganti petugas atau batasnya" : "Tetapkan petugas"}
          open={!complaint.ownerAccountId || isOpen("tetapkan")}
        >
          <ActionForm
            {...shared}
            intent="tetapkan"
            values={{ petugas: complaint.ownerAccountId ?? "", batas: complaint.dueOn ?? "" }}
            send="Simpan petugas"
          >
            {(fields) => (
              <>
                <Select
                  {...selectProps(fields.petugas)}
                  label="Petugas"
                  placeholder="Pilih petugas"
                  options={officials}
                  required
                />
                <DateField {...textProps(fields.batas)} label="Dijawab paling lambat" required />
              </>
            )}
          </ActionForm>
        </Disclosure>
      )}
      {may("answer") && (
        <ActionForm {...shared} intent="jawab" values={{ jawaban: "" }} send="Simpan jawaban">
          {(fields) => (
            <TextArea
              {...textProps(fields.jawaban)}
              label="Jawaban"
              hint={COMPLAINT_WORDS.answerHint}
              rows={5}
              required
            />
          )}
        </ActionForm>
      )}
      {may("close") && (
        <ActionForm {...shared} intent="tutup" values={{ catatan: "" }} send="Tutup pengaduan">
          {(fields) => <TextArea {...textProps(fields.catatan)} label="Catatan untuk kantor" rows={2} />}
        </ActionForm>
      )}
      {may("publish") && <PublishForm {...shared} text={complaint.publicText} />}
      {may("refuse") && (
        <Disclosure summary="Tidak ditindaklanjuti" open={isOpen("tolak")}>
          <ActionForm
            {...shared}
            intent="tolak"
            values={{ alasan: "" }}
            send="Nyatakan tidak ditindaklanjuti"
            variant="danger"
          >
            {(fields) => (
              <TextArea
                {...textProps(fields.alasan)}
                label="Alasan"
                hint={COMPLAINT_WORDS.answerHint}
                rows={3}
                required
              />
            )}
          </ActionForm>
        </Disclosure>
      )}
    </div>
  );
}

interface PublishFormProps {
  version: number;
  reply: FormReply | undefined;
  text: string | null;
}

function PublishForm({ version, reply, text }: PublishFormProps) {
  return (
    <ActionForm
      {...{ version, reply }}
      intent="umumkan"
      values={{ ringkasan: text ?? "", diperiksa: "" }}
      send={text ? "Simpan ringkasan" : "Umumkan ringkasan"}
      variant="secondary"
    >
      {(fields) => (
        <>
          <TextArea
            {...textProps(fields.ringkasan)}
            label="Ringkasan untuk umum"
            hint={`${COMPLAINT_WORDS.publicHint} Kosongkan untuk tidak mengumumkan.`}
            rows={4}
          />
          <Checkbox
            {...checkboxProps(fields.diperiksa)}
            label="Sudah saya periksa: tidak ada nama atau nomor siapa pun di dalamnya."
          />
        </>
      )}
    </ActionForm>
  );
}
