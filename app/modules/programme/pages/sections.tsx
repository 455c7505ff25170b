import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Disclosure } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { addSection } from "../add-section.server.ts";
import { SectionForm } from "../components/section-form.tsx";
import { loadPlan } from "../load-plan.server.ts";
import { yearParam } from "../params.ts";
import { removeSection } from "../remove-section.server.ts";
import { canEditProgramme } from "../rules.ts";
import { saveSection } from "../save-section.server.ts";
import { AddSectionInput, RemoveSectionInput, SaveSectionInput } from "../section-input.ts";
import { ERRORS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const plan = await loadPlan(ctx, yearParam(params));
  return {
    year: plan.programme.year,
    isEditable: canEditProgramme(plan.programme.state),
    sections: plan.sections.map(({ id, name, purpose }) => ({
      section: { id, name, purpose },
      isEmpty: !plan.activities.some((each) => each.sectionId === id),
    })),
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const year = yearParam(params);
  const stay = (sentence: string) =>
    redirectWithFlash(ctx.config, `/kantor/program-kerja/${year}/program`, sentence);
  if (form.get("maksud") === "hapus") {
    return submitForm(form, RemoveSectionInput, async (input) => {
      await removeSection(ctx, input);
      return stay("Program dihapus dari tahun ini.");
    });
  }
  if (form.get("maksud") === "ubah") {
    return submitForm(form, SaveSectionInput, async (input) => {
      await saveSection(ctx, input);
      return stay("Program tersimpan.");
    });
  }
  return submitForm(form, AddSectionInput, async (input) => {
    await addSection(ctx, year, input);
    return stay("Program ditambahkan. Sekarang tambahkan kegiatannya.");
  });
});

export default function Sections() {
  const { year, isEditable, sections } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const refusedId = reply?.initialValue?.program;
  return (
    <>
      <title>{`Program tahun ${year}`}</title>
      <PageHeader
        title={`Program tahun ${year}`}
        lead="Kegiatan dikelompokkan menurut program. Ubah kalimatnya, atau tambahkan program sendiri."
        back={{ href: `/kantor/program-kerja/${year}`, label: `Program kerja ${year}` }}
      />
      {!isEditable ? (
        <Notice>{ERRORS.programmeLocked}</Notice>
      ) : (
        <div className="flex flex-col gap-6">
          {sections.map(({ section, isEmpty }) => (
            <Disclosure key={section.id} summary={section.name} open={refusedId === section.id}>
              <SectionForm
                section={section}
                isEmpty={isEmpty}
                reply={refusedId === section.id ? reply : undefined}
              />
            </Disclosure>
          ))}
          <section className="flex flex-col gap-4">
            <h2 className="text-lg">Tambah program</h2>
            <SectionForm reply={refusedId === undefined ? reply : undefined} />
          </section>
        </div>
      )}
    </>
  );
}
