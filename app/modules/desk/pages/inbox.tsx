import { useLoaderData } from "react-router";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { MarkAllRead, NewsList } from "../components/news-list.tsx";
import { listInbox } from "../list-inbox.server.ts";
import { markInboxRead } from "../mark-inbox-read.server.ts";
import { DESK_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, url }) => ({
  ...(await listInbox(ctx, url.searchParams.get("sebelum"))),
  zone: ctx.tenant.timeZone,
}));

export const action = officeAction(async ({ ctx, form }) => {
  const id = form.get("kabar");
  if (typeof id === "string") return seeOther((await markInboxRead(ctx, id)).href ?? "/kantor/kabar");
  await markInboxRead(ctx, null);
  return redirectWithFlash(ctx.config, "/kantor/kabar", DESK_WORDS.allRead);
});

export default function Inbox() {
  const { items, nextBefore, zone } = useLoaderData<typeof loader>();
  const hasUnread = items.some((item) => item.readAt === null);
  return (
    <>
      <title>Kabar</title>
      <PageHeader title="Kabar" actions={hasUnread && <MarkAllRead />} />
      {items.length === 0 ? (
        <EmptyState icon="bell" title={DESK_WORDS.inboxEmpty}>
          {DESK_WORDS.inboxEmptyHint}
        </EmptyState>
      ) : (
        <NewsList items={items} zone={zone} marksUnread />
      )}
      <Pagination nextHref={nextBefore ? `/kantor/kabar?sebelum=${nextBefore}` : undefined} />
    </>
  );
}
