import { useLoaderData } from "react-router";
import { residentLoader } from "#app/platform/http/handlers.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const loader = residentLoader(({ ctx }) => ({ name: ctx.resident.name }));

export default function Home() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Halaman warga</title>
      <PageHeader title={name} lead="Layanan desa untuk Anda." />
    </>
  );
}
