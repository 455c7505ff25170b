import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AppShell } from "#app/ui/app-shell.tsx";
import { Gallery } from "#app/ui/gallery.tsx";
import type { NavItem } from "#app/ui/nav.tsx";
import { PortalShell, PublicShell } from "#app/ui/site-shell.tsx";
import { plainText } from "./markup.ts";

const ITEMS: NavItem[] = ["desk", "list", "calendar", "file", "people", "gear"].map((icon, index) => ({
  href: `/kantor/${index}`,
  label: `Bagian ${index}`,
  icon: icon as NavItem["icon"],
  current: index === 1,
}));

const office = renderToStaticMarkup(
  <AppShell
    brand={{ href: "/kantor", name: "Desa <i>Sesela</i>" }}
    user={{ name: "Sulastri", position: "Kasi Pemerintahan" }}
    nav={[{ items: ITEMS }]}
    bar={ITEMS}
    switchHref="/masuk?ganti=1"
    signOutAction="/keluar"
  >
    <Gallery />
  </AppShell>,
);

describe("the office's frame", () => {
  it("has one main part, reachable by the skip link before all else", () => {
    expect(office.match(/<main/g)).toHaveLength(1);
    expect(office.indexOf(`href="#isi"`)).toBe(office.indexOf("href="));
    expect(office).toContain(`<main id="isi"`);
  });

  it("holds at most five targets in the phone's bar, the last of which opens the whole menu", () => {
    const bar = office.slice(office.indexOf(`aria-label="Menu cepat"`));
    const hrefs = [...bar.matchAll(/<a href="([^"]*)"/g)].map((match) => match[1]);
    expect(hrefs).toEqual(["/kantor/0", "/kantor/1", "/kantor/2", "/kantor/3", "#menu"]);
    expect(office).toContain(`<nav id="menu"`);
  });

  it("marks where one is", () => {
    const current = [...office.matchAll(/<a href="([^"]*)" aria-current="page"/g)].map((match) => match[1]);
    expect(current).toContain("/kantor/1");
    expect(current).not.toContain("/kantor/0");
  });

  it("signs out by a form, not by a link", () => {
    expect(office).toMatch(/<form(?=[^>]*method="post")[^>]*action="\/keluar"/);
    expect(office).not.toContain(`href="/keluar"`);
  });

  it("lets no name become markup", () => {
    expect(office).not.toContain("<i>");
  });
});

describe("the gallery", () => {
  it("gives no id twice and needs neither script nor inline style", () => {
    const ids = [...office.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(office).not.toMatch(/<script|style=|\son[a-z]+=/);
  });

  it("points every label and description at something that is there", () => {
    const used = [...office.matchAll(/ (?:for|aria-describedby)="([^"]*)"/g)].flatMap((match) =>
      match[1]?.split(" "),
    );
    expect(used.length).toBeGreaterThan(30);
    for (const id of used) expect(office).toContain(` id="${id}"`);
  });
});

describe("the public frames", () => {
  it("name the village first and Balai last", () => {
    const text = plainText(
      renderToStaticMarkup(
        <PublicShell
          brand={{ href: "/", name: "Desa Sesela" }}
          nav={[{ href: "/layanan", label: "Layanan" }]}
        >
          <p>Isi</p>
        </PublicShell>,
      ),
    );
    expect(text.indexOf("Desa Sesela")).toBeLessThan(text.indexOf("Layanan"));
    expect(text.trim().endsWith("Dijalankan dengan Balai")).toBe(true);
  });

  it("show Balai's own name on the portal", () => {
    expect(plainText(renderToStaticMarkup(<PortalShell nav={[]}>Isi</PortalShell>))).toContain("Balai");
  });
});
