import { PageHeader } from "#app/ui/page-header.tsx";

export default function Front() {
  return <PageHeader title="Selamat datang" />;
}
