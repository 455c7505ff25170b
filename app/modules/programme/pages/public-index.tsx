import { useLoaderData } from "react-router";
import { seeOther } from "#app/platform/http/flash.ts";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadPublicYears } from "../load-public-programme.server.ts";
import { EMPTY } from "../words.ts";

/** On to the newest published year; a page of its own only while there is none. */
export const loader = villageLoader(async ({ ctx }) => {
  const { brand, years } = await loadPublicYears(ctx);
  if (years[0] !== undefined) throw seeOther(`/program-kerja/${years[0]}`);
  return { brand };
});

export default function PublicIndex() {
  useLoaderData<typeof loader>();
  return (
    <>
      <title>Program kerja</title>
      <PageHeader title="Program kerja" />
      <EmptyState title={EMPTY.publicProgramme.text} />
    </>
  );
}
