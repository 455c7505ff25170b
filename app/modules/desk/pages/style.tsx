import { officeLoader } from "#app/platform/http/handlers.ts";
import { Gallery } from "#app/ui/gallery.tsx";

// Where it exists at all, the guard asks; it shows no record of the village.
export const loader = officeLoader(() => null);

/** Every component in its states, for whoever builds pages. */
export default function Style() {
  return (
    <>
      <title>Gaya tampilan</title>
      <Gallery />
    </>
  );
}
