import type { ReactNode } from "react";

/** Tiles with amounts of rupiah: one under the other on a phone, where two beside each other cut the digits. */
export function MoneyGrid({ children }: { children: ReactNode }) {
  return <div className="grid gap-3 sm:grid-cols-2 md:gap-4 lg:grid-cols-4">{children}</div>;
}
