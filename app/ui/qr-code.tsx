import { encode } from "uqr";

const QUIET_ZONE = 4;

/** A QR code as a drawing: sharp at every size and on paper. What it says must stand beside it as text. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-56 max-w-full bg-white"
    >
      <path d={path} fill="black" />
    </svg>
  );
}
