import { PageHeader } from "#app/ui/page-header.tsx";

export default function Desk() {
  return <PageHeader title="Meja kerja" />;
}
