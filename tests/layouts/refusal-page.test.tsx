import { renderToStaticMarkup } from "react-dom/server";
import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { officeFrame, requestCtx } from "#app/context.ts";
import { RefusalPage, refusalOf } from "#app/layouts/refusal-page.tsx";
import { loadActor } from "#app/modules/accounts/load-actor.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { newSession, readSessionToken } from "#app/platform/sessions/sessions.ts";
import { headers } from "#app/root.tsx";
import { sessions } from "#db/village/schema/accounts.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
beforeAll(async () => {
  village = await createTestVillage();
});

/** What the person sees whose page threw, at an address. */
async function shownTo(position: string | string[], lockedAt: string | null = null): Promise<string> {
  const { actor } = await village.ctxAs(position, { name: `${position} ${lockedAt}` });
  const { token, row } = await newSession(actor.accountId, "Chrome", village.now());
  await village.db.insert(sessions).values({ ...row, lockedAt });
  const ctx = village.anonymous();
  const parts = readSessionToken(token);
  const frame = parts && (await loadActor(ctx, parts));
  const context = new RouterContextProvider();
  context.set(requestCtx, { ...ctx, actor: frame?.actor ?? null });
  context.set(officeFrame, frame);
  const url = new URL("http://sesela.localhost:8787/kantor/jejak");
  const loader = officeLoader(() => {
    throw new ForbiddenError();
  });
  const call = { request: new Request(url), params: {}, context, url, pattern: "/kantor/jejak" };
  const thrown = await loader(call as never).catch((error: unknown) => error);
  const { data } = thrown as { data: unknown };
  return renderToStaticMarkup(<RefusalPage refusal={refusalOf(data)} path={url.pathname} />);
}

const at = (path: string) =>
  renderToStaticMarkup(
    <RefusalPage refusal={{ kind: "problem", title: "Tidak", sentence: "Tidak." }} path={path} />,
  );

describe("the page of a refusal", () => {
  it("stands in the office's frame with its menu, for whoever is in the office", async () => {
    const page = await shownTo("kasi-pemerintahan");
    expect(page).toContain('href="/kantor/perangkat"');
    expect(page).toContain("Kasi Pemerintahan");
    expect(page).toContain("Ke Meja kerja");
  });

  it("shows nothing of the office behind the lock, and to those without a position", async () => {
    expect(await shownTo("operator", "2026-11-24T01:00:00.000Z")).not.toContain('href="/kantor/perangkat"');
    expect(await shownTo([])).not.toContain('href="/kantor/perangkat"');
  });

  it.each([
    ["/kantor/tidak-ada", "/kantor"],
    ["/kantor", "/masuk"],
    ["/undangan/abc", "/masuk"],
    ["/masuk", "/masuk"],
    ["/daftar", "/daftar"],
    ["/operator/desa", "/operator"],
    ["/program-kerja", "/"],
  ])("leads on from %s to %s", (path, href) => {
    expect(at(path)).toMatch(
      new RegExp(`<a[^>]*href="${href}"[^>]*class="btn|<a[^>]*class="btn[^>]*href="${href}"`),
    );
  });

  it("says when to come back, whichever page refused", () => {
    const errorHeaders = new Headers({ "retry-after": "60" });
    const parentHeaders = new Headers();
    const args = { errorHeaders, parentHeaders, loaderHeaders: parentHeaders, actionHeaders: parentHeaders };
    expect(headers(args)).toEqual({ "retry-after": "60" });
  });
});
