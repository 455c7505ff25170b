import type { ReactNode } from "react";

/** One part of the gallery: the component's name, and its states one under the other. */
export function GalleryPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5 border-t border-line pt-6">
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  );
}
