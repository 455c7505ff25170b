import type { BrandProps } from "#app/ui/shell-parts.tsx";

interface BrandSource {
  name: string;
  villageTerm: string;
  districtName: string;
  regencyName: string;
}

/**
 * How a village's public pages name it at the top. A page returns it as `brand` from its loader, from the data that it
 * reads anyway; the layout takes it from there and asks the database nothing.
 */
export function brandOf(profile: BrandSource, emblemSrc?: string): BrandProps {
  return {
    href: "/",
    name: `${profile.villageTerm} ${profile.name}`,
    place: [`Kec. ${profile.districtName}`, profile.regencyName]
      .filter((part) => part !== "Kec. ")
      .join(", "),
    emblemSrc,
  };
}
