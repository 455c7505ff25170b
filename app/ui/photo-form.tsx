import type { ReactNode } from "react";
import { IslandScript } from "./island.tsx";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "balai-photo-form": { children: ReactNode };
    }
  }
}

/** Around a form with a photo: the photo is made small on the device before it is sent; without script it goes as it is. */
export function PhotoForm({ children }: { children: ReactNode }) {
  return (
    <>
      <balai-photo-form>{children}</balai-photo-form>
      <IslandScript name="photo-form" />
    </>
  );
}
