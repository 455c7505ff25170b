import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { checkboxProps, textProps } from "#app/ui/conform.ts";
import { FieldRow } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { Hidden, NumberField } from "#app/ui/text-fields.tsx";
import { selectBookNumbers, selectLostNumbers, versionOf } from "../book-numbers.server.ts";
import { BOOKS, bookYears, lostSentence } from "../book-rules.ts";
import { afterSaving } from "../checklist-rules.ts";
import { SettingsForm, useBack } from "../components/settings-form.tsx";
import { SaveBookNumbersInput } from "../input.ts";
import { saveBookNumbers } from "../save-book-numbers.server.ts";
import { SETTINGS_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, url }) => {
  const years = bookYears(dayIn(ctx.tenant.timeZone, ctx.now));
  const year = years.find((each) => String(each) === url.searchParams.get("tahun")) ?? years[1] ?? 0;
  const [rows, lost] = await ctx.db.batch([selectBookNumbers(ctx.db, year), selectLostNumbers(ctx.db, year)]);
  const numbers = Object.fromEntries(
    BOOKS.map(({ key, field }) => [field, rows.find((row) => row.book === key)?.lastNumber]),
  );
  return { years, year, version: versionOf(rows), numbers, lost: lost.map(lostSentence) };
});

export const action = officeAction(({ ctx, form, url }) =>
  submitForm(form, SaveBookNumbersInput, async (input) => {
    await saveBookNumbers(ctx, input);
    const to = afterSaving(url.searchParams, `/kantor/pengaturan/nomor?tahun=${input.tahun}`);
    return redirectWithFlash(ctx.config, to, SETTINGS_WORDS.numbersSaved(input.tahun));
  }),
);

export default function BookNumbers() {
  const { years, year, version, numbers, lost } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<SaveBookNumbersInput>({
    id: "nomor",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { versi: version, tahun: year, ...numbers },
  });
  const tabs = years.map((each) => ({
    href: `/kantor/pengaturan/nomor?tahun=${each}`,
    label: String(each),
    current: each === year,
  }));
  return (
    <>
      <title>Nomor terakhir buku</title>
      <PageHeader
        title="Nomor terakhir buku"
        lead="Buka buku kertas Anda dan salin nomor terakhirnya. Nomor berikutnya dari Balai melanjutkan angka itu, sehingga tidak ada nomor yang dipakai dua kali."
        back={useBack()}
      />
      <Tabs label="Tahun buku" items={tabs} />
      {lost.length > 0 && (
        <Notice title="Hilang pada pemulihan">
          <p>
            Nomor ini sudah dipakai sebelum data desa dipulihkan, tetapi catatannya tidak ada lagi di Balai.
            Cari di buku kertas; Balai tidak memberikannya lagi.
          </p>
          <ul className="list-disc pl-5">
            {lost.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <SettingsForm form={form} version={fields.versi} save={`Simpan nomor ${year}`}>
        <Hidden name={fields.tahun.name} value={textProps(fields.tahun).defaultValue ?? ""} />
        <FieldRow>
          {BOOKS.map(({ field, name, hint }) => (
            <NumberField key={field} {...textProps(fields[field])} label={name} hint={hint} />
          ))}
        </FieldRow>
        <Checkbox
          {...checkboxProps(fields.pembetulan)}
          label="Ini pembetulan: angka yang lama salah, jadi boleh menjadi lebih kecil."
        />
      </SettingsForm>
    </>
  );
}
