/** The village's emblem as a picture; the name beside it says what it is. */
export function Emblem({ src, size = "normal" }: { src: string; size?: "normal" | "large" }) {
  const box = size === "large" ? "h-28 w-24" : "h-20 w-16";
  return (
    <img src={src} alt="Lambang" width="96" height="112" className={`${box} flex-none object-contain`} />
  );
}
