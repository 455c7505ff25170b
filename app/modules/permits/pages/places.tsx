import { useActionData, useLoaderData } from "react-router";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Disclosure } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatMoney } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { PermitTabs } from "../components/permit-tabs.tsx";
import { ConsentSettingForm, PlaceForm } from "../components/place-forms.tsx";
import { loadPlaces } from "../list-permits.server.ts";
import { actOnPlaces } from "../page-actions.server.ts";
import { KIND_WORDS, PLACE_KIND_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx }) => loadPlaces(ctx));

export const action = officeAction(({ ctx, form }) => actOnPlaces(ctx, form));

export default function Places() {
  const { places, consent, mayDecide } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const part = String(reply?.initialValue?.maksud ?? "");
  const changed = part === "tempat" ? String(reply?.initialValue?.id ?? "") : null;
  return (
    <>
      <title>Tempat dan aturan izin</title>
      <PageHeader
        title="Tempat dan aturan"
        lead="Balai, lapangan, jalan, dan tanah desa yang dapat diminta, dengan jaminannya."
      />
      <PermitTabs current="tempat" />
      <div className="flex max-w-text flex-col gap-8">
        {places.length === 0 && (
          <EmptyState icon="home" title="Belum ada tempat">
            Tambahkan balai, lapangan, jalan, atau tanah desa yang dapat diminta warga.
          </EmptyState>
        )}
        <ul className="flex flex-col gap-4">
          {places.map((place) => (
            <li key={place.id} className="flex flex-col gap-3">
              <p className="flex flex-wrap items-center gap-3">
                <span className="min-w-0 flex-1">
                  <span className="font-semibold">{place.name}</span>
                  <span className="block text-ink-soft">
                    {PLACE_KIND_WORDS[place.kind]}
                    {place.deposit > 0 ? `, jaminan ${formatMoney(place.deposit)}` : ", tanpa jaminan"}
                  </span>
                </span>
                {!place.isOn && <StatusBadge>Tidak dipakai</StatusBadge>}
              </p>
              {mayDecide && (
                <Disclosure summary={`Ubah ${place.name}`} open={changed === place.id}>
                  <PlaceForm place={place} reply={changed === place.id ? reply : undefined} />
                </Disclosure>
              )}
            </li>
          ))}
        </ul>
        {mayDecide && (
          <section aria-labelledby="tempat-baru" className="flex flex-col gap-4">
            <h2 id="tempat-baru" className="text-lg">
              Tambah tempat
            </h2>
            <PlaceForm place={null} reply={changed === "" ? reply : undefined} />
          </section>
        )}
        <section aria-labelledby="aturan-tetangga" className="flex flex-col gap-4">
          <h2 id="aturan-tetangga" className="text-lg">
            Persetujuan tetangga
          </h2>
          {mayDecide ? (
            <ConsentSettingForm consent={consent} reply={part === "aturan" ? reply : undefined} />
          ) : (
            <p>{consent.map((kind) => KIND_WORDS[kind].name).join(", ") || "Tidak diwajibkan."}</p>
          )}
        </section>
      </div>
    </>
  );
}
