import { redirect, useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadPublicBudgetYears } from "../public-pages.server.ts";

/** `/anggaran` leads to the latest poster. */
export const loader = villageLoader(async ({ ctx }) => {
  const { brand, years } = await loadPublicBudgetYears(ctx);
  if (years[0] !== undefined) throw redirect(`/anggaran/${years[0]}`, { status: 303 });
  return { brand };
});

export default function PublicBudgets() {
  useLoaderData<typeof loader>();
  return (
    <>
      <title>Anggaran desa</title>
      <PageHeader title="Anggaran desa" />
      <EmptyState icon="coins" title="Anggaran belum diumumkan">
        Tanyakan di kantor desa, atau minta melalui halaman Informasi publik.
      </EmptyState>
    </>
  );
}
