import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TrustBanner, trustFacts } from "#app/layouts/trust-banner.tsx";
import { createTestVillage } from "#tests/support/test-village.ts";

it("says all of the trial on the desk, and elsewhere only that it runs and what to do", async () => {
  const village = await createTestVillage();
  const ctx = await village.ctxAs("kepala-desa");
  const trialEndsAt = "2027-01-23T02:00:00.000Z";
  const onTrial = { ...ctx, tenant: { ...ctx.tenant, isVerified: false, trialEndsAt } };
  const shownOn = (path: string) => renderToStaticMarkup(<TrustBanner {...trustFacts(onTrial, path)} />);
  expect(shownOn("/kantor")).toContain("dokumen bertanda uji coba");
  const brief = shownOn("/kantor/akun");
  expect(brief).not.toContain("dokumen bertanda");
  expect(brief).toContain("masa uji coba tinggal 60 hari");
  expect(brief).toContain("/kantor/verifikasi");
});
