import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { changeAccount } from "../change-account.server.ts";
import { localPhone } from "../identity-rules.ts";
import { ChangeAccountInput } from "../input.ts";
import { getOwnAccount } from "../own-account.server.ts";
import { ACCOUNT_WORDS, positionTitle } from "../words.ts";

export const loader = officeLoader(async ({ ctx }) => ({
  account: await getOwnAccount(ctx),
  titles: ctx.actor.positions.map((held) => positionTitle(held.position, held.status)),
}));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, ChangeAccountInput, async (input) => {
    await changeAccount(ctx, input);
    return redirectWithFlash(ctx.config, "/kantor/akun", ACCOUNT_WORDS.saved);
  }),
);

const LINKS = [
  {
    key: "sandi",
    href: "/kantor/akun/kata-sandi",
    title: "Ganti kata sandi",
    meta: "Akun Anda keluar dari ponsel dan komputer lain.",
  },
  {
    key: "sesi",
    href: "/kantor/akun/sesi",
    title: "Sesi masuk",
    meta: "Lihat dan keluarkan ponsel atau komputer lain.",
  },
  {
    key: "perangkat",
    href: "/kantor/akun/perangkat",
    title: "Perangkat yang dikenal",
    meta: "Anda diberi tahu bila akun dipakai dari perangkat baru.",
  },
  {
    key: "kode",
    href: "/kantor/akun/kode",
    title: "Kode autentikator",
    meta: "Pengaman kedua dari aplikasi di ponsel.",
  },
  {
    key: "kunci-sandi",
    href: "/kantor/akun/kunci-sandi",
    title: "Kunci sandi",
    meta: "Masuk dengan sidik jari, wajah, atau PIN.",
  },
  { key: "kunci", href: "/kantor/kunci", title: "Kunci layar", meta: "Saat meninggalkan komputer bersama." },
  {
    key: "ganti",
    href: "/kantor/ganti-pengguna",
    title: "Ganti pengguna",
    meta: "Serahkan komputer kepada rekan.",
  },
];

export default function OwnAccount() {
  const { account, titles } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<ChangeAccountInput>({
    id: "akun",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: {
      nama: account.name,
      telepon: account.phone && localPhone(account.phone),
      surel: account.email,
      nama_pengguna: account.username,
    },
  });
  return (
    <>
      <title>Akun saya</title>
      <PageHeader title="Akun saya" lead={titles.join(", ")} />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <TextField
          {...textProps(fields.nama)}
          label="Nama"
          hint="Seperti yang tertulis dalam surat."
          required
        />
        <TextField
          {...textProps(fields.telepon)}
          label="Nomor telepon"
          hint="Dipakai untuk masuk."
          type="tel"
          inputMode="tel"
          autoComplete="tel"
        />
        <TextField {...textProps(fields.surel)} label="Surel" type="email" autoComplete="email" />
        <TextField
          {...textProps(fields.nama_pengguna)}
          label="Nama pengguna"
          hint="Dapat dipakai untuk masuk bila tidak punya nomor telepon, misalnya budi.kadus."
          autoComplete="username"
          autoCapitalize="none"
        />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button>Simpan</Button>
          <ButtonLink href="/kantor" variant="quiet">
            Batal
          </ButtonLink>
        </div>
      </form>
      <h2 className="mt-10 mb-2 text-lg">Keamanan</h2>
      <TaskList items={LINKS} label="Keamanan" />
    </>
  );
}
