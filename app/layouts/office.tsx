import { Outlet, useLoaderData } from "react-router";
import { inLocalWords } from "#app/modules/accounts/words.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { readFlash } from "#app/platform/http/flash.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { officeFacts } from "#app/platform/http/office-facts.ts";
import { Flash } from "#app/ui/notice.tsx";
import { OfficeFrame } from "./office-frame.tsx";
import { TrustBanner, trustFacts } from "./trust-banner.tsx";

export const loader = officeLoader(({ ctx, request, url, frame }) => {
  const facts = officeFacts(ctx, frame, url.pathname);
  if (!facts) throw new ForbiddenError();
  return { facts, trust: trustFacts(ctx, url.pathname), flash: readFlash(ctx.config, request) };
});

export default function OfficeLayout() {
  const { facts, trust, flash } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame
      facts={facts}
      banner={
        <>
          <TrustBanner {...trust} />
          {flash && <Flash>{inLocalWords(flash, facts)}</Flash>}
        </>
      }
    >
      <Outlet />
    </OfficeFrame>
  );
}
