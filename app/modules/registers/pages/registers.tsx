import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { type TaskItem, TaskList } from "#app/ui/task-list.tsx";
import { isDescentShown, saveDescentSetting } from "../descent-setting.server.ts";
import { REGISTERS, type Register, registerHref, registerPermission } from "../register-rules.ts";
import { REGISTER_WORDS } from "../words.ts";

const HERE = "/kantor/register";

export const loader = officeLoader(async ({ ctx }) => {
  const { permissions } = ctx.actor;
  return {
    keys: REGISTERS.filter((register) => permissions.has(registerPermission(register))).map(({ key }) => key),
    readsMail: permissions.has("mail.read"),
    readsStatistics: permissions.has("statistics.read"),
    maySet: permissions.has("village.settings"),
    showsDescent: await isDescentShown(ctx.db),
  };
});

export const action = officeAction(async ({ ctx, form }) => {
  await saveDescentSetting(ctx, form.get("keturunan") === "on");
  return redirectWithFlash(ctx.config, HERE, REGISTER_WORDS.descentSaved);
});

/** Books that the correspondence keeps. */
const MAIL_BOOKS: TaskItem[] = [
  {
    key: "agenda",
    href: "/kantor/buku/agenda",
    title: "A.7 Buku Agenda",
    meta: "Surat masuk dan surat keluar menurut nomornya",
  },
  {
    key: "ekspedisi",
    href: "/kantor/buku/ekspedisi",
    title: "A.8 Buku Ekspedisi",
    meta: "Surat yang dikirim, dan siapa yang menerimanya",
  },
];

function itemOf(register: Register): TaskItem {
  return {
    key: register.key,
    href: registerHref(register),
    title: `${register.annex} ${register.name}`,
    meta: register.about,
  };
}

export default function Registers() {
  const { keys, readsMail, readsStatistics, maySet } = useLoaderData<typeof loader>();
  const shown = REGISTERS.filter(({ key }) => keys.includes(key));
  const general = shown.filter(({ holdsResidents }) => !holdsResidents).map(itemOf);
  const last = general.findIndex(({ key }) => key === "lembaran");
  const books = readsMail ? [...general.slice(0, last), ...MAIL_BOOKS, ...general.slice(last)] : general;
  const residents = shown.filter(({ holdsResidents }) => holdsResidents).map(itemOf);
  return (
    <>
      <title>Register desa</title>
      <PageHeader
        title="Register desa"
        lead="Buku administrasi desa menurut Permendagri 47/2016, untuk tanggal atau bulan yang Anda pilih."
        actions={
          <>
            {readsStatistics && (
              <ButtonLink href="/kantor/statistik" icon="chart">
                Statistik
              </ButtonLink>
            )}
            <ButtonLink href={`${HERE}/berkas`} variant="quiet" icon="download">
              Berkas saya
            </ButtonLink>
          </>
        }
      />
      <div className="flex flex-col gap-8">
        <Part id="umum" title="Administrasi umum" items={books} />
        {residents.length > 0 && <Part id="penduduk" title="Administrasi penduduk" items={residents} />}
        {maySet && <DescentSetting />}
      </div>
    </>
  );
}

function Part({ id, title, items }: { id: string; title: string; items: readonly TaskItem[] }) {
  return (
    <section aria-labelledby={id} className="max-w-text">
      <h2 id={id} className="mb-2 text-lg">
        {title}
      </h2>
      <TaskList items={items} />
    </section>
  );
}

function DescentSetting() {
  const { showsDescent } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-form">
      <Disclosure summary="Kolom keturunan">
        <form method="post" className="flex flex-col gap-3">
          <SubmitKey />
          <p className="text-sm text-ink-soft">{REGISTER_WORDS.descent}</p>
          <Checkbox
            id="keturunan"
            name="keturunan"
            label={REGISTER_WORDS.descentSetting}
            defaultChecked={showsDescent}
          />
          <div>
            <Button variant="secondary">Simpan</Button>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
