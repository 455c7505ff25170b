import { PageHeader } from "#app/ui/page-header.tsx";

export default function Start() {
  return <PageHeader title="Balai" lead="Layanan seksi pemerintahan desa" />;
}
