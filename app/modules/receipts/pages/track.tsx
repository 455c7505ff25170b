import { data, useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { RateForm } from "../components/rate-form.tsx";
import { Story } from "../components/story.tsx";
import { RateInput } from "../input.ts";
import { lookUpReceipt, rateByReceipt } from "../look-up-receipt.server.ts";
import { RECEIPT_WORDS } from "../words.ts";

const PRIVATE = { "cache-control": "no-store", "x-robots-tag": "noindex" };

/** A code that no request has is answered like any other: one text, after the same work. */
export const loader = villageLoader(async ({ ctx, url }) => {
  const code = url.searchParams.get("kode")?.trim().slice(0, 40) ?? "";
  const { story, brand } = await lookUpReceipt(ctx, code);
  const status = code && !story ? 404 : 200;
  return data({ brand, code, story, zone: ctx.tenant.timeZone }, { status, headers: PRIVATE });
});

export const action = villageAction(({ ctx, form }) =>
  submitForm(form, RateInput, async ({ kode, nilai, ulasan }) => {
    await rateByReceipt(ctx, kode, { score: nilai, comment: ulasan });
    return redirectWithFlash(ctx.config, `/lacak?kode=${encodeURIComponent(kode)}`, RECEIPT_WORDS.rated);
  }),
);

export default function Track() {
  const { code, story, zone } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>{RECEIPT_WORDS.title}</title>
      <meta name="robots" content="noindex" />
      <PageHeader title={RECEIPT_WORDS.title} lead={RECEIPT_WORDS.lead} />
      <div className="flex flex-col gap-8">
        <form method="get" action="/lacak" className="flex max-w-form flex-col gap-4">
          <TextField
            id="kode"
            name="kode"
            label="Kode tanda terima"
            hint={RECEIPT_WORDS.hint}
            defaultValue={code}
            errors={code && !story ? [RECEIPT_WORDS.unknown] : undefined}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
          />
          <div>
            <Button variant={story ? "secondary" : "primary"} icon="search">
              Lihat
            </Button>
          </div>
        </form>
        {story && <Story story={story} zone={zone} />}
        {story?.mayRate && <RateForm code={code} reply={reply} />}
      </div>
    </>
  );
}
