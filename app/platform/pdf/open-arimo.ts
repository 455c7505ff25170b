import { unzlibSync } from "fflate";
import { ARIMO_BOLD } from "./fonts/arimo-bold.ts";
import { ARIMO_REGULAR } from "./fonts/arimo-regular.ts";

/** The TrueType files of Arimo's Latin letters, for what Helvetica lacks. Import it only where it is needed. */
export function openArimo(): { regular: Uint8Array; bold: Uint8Array } {
  return { regular: unpack(ARIMO_REGULAR), bold: unpack(ARIMO_BOLD) };
}

function unpack(base64: string): Uint8Array {
  return unzlibSync(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
}
