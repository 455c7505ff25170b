import type { SeedHousehold, SeedResident } from "./seed-resident.ts";

const MEN =
  "Ahmad,Muhammad,Lalu,Zainal,Sahrul,Husni,Rusdi,Made,Wayan,Hamzah,Jumadil,Sahdan,Mustiadi,Hadi,Suparman".split(
    ",",
  );
const WOMEN =
  "Siti,Baiq,Nur,Sri,Fatimah,Halimah,Ni,Sumarni,Rohani,Aisyah,Mariam,Zohriah,Hikmah,Rahmawati,Suryani".split(
    ",",
  );
const LAST =
  "Abdullah,Hidayat,Wirajaya,Mahsun,Sukardi,Harun,Yusuf,Salim,Jayadi,Kusuma,Hakim,Saputra,Ramdani,Effendi,Munawir,Supardi,Ismail,Mansyur,Anwar,Fahrurrozi".split(
    ",",
  );
const JOBS = [9, 19, 20, 84, 88, 15, 65, 11, 2, 3];

export interface PlausibleOptions {
  /** Residents in all, at least; the last household is finished. */
  count: number;
  /** The same number gives the same people. */
  seed?: number;
  /** Where they live, in turn. */
  areaIds?: readonly (string | null)[];
}

/** Households of a village as they could be, with NIK and No KK that fit: the same for the same seed, without a clock. */
export function plausibleHouseholds({
  count,
  seed = 1,
  areaIds = [null],
}: PlausibleOptions): SeedHousehold[] {
  const random = randomFrom(seed);
  const households: SeedHousehold[] = [];
  let people = 0;
  for (let serial = 1; people < count; serial++) {
    const areaId = areaIds[serial % areaIds.length] ?? null;
    const members = membersOf(random, people);
    people += members.length;
    const number = `520109${two(1 + (serial % 28))}${two(1 + (serial % 12))}15${four(1 + (serial % 9999))}`;
    households.push({ number, areaId, address: `Jl. Melati No. ${1 + (serial % 200)}`, members });
  }
  return households;
}

type Random = (below: number) => number;

function membersOf(random: Random, serial: number): SeedResident[] {
  const year = 1950 + random(45);
  const father = personOf(random, { sex: 1, year, serial, maritalStatus: 2, familyRole: 1 });
  const mother = personOf(random, {
    sex: 2,
    year: year + 3,
    serial: serial + 1,
    maritalStatus: 2,
    familyRole: 3,
  });
  const children = Array.from({ length: random(4) }, (_, index) => ({
    ...personOf(random, {
      sex: 1 + random(2),
      year: Math.min(year + 24 + index * 3, 2024),
      serial: serial + 2 + index,
      maritalStatus: 1,
      familyRole: 4,
    }),
    fatherName: father.name,
    motherName: mother.name,
    occupation: 3,
  }));
  return [father, mother, ...children];
}

function personOf(
  random: Random,
  fixed: { sex: number; year: number; serial: number; maritalStatus: number; familyRole: number },
): SeedResident {
  const { sex, year, serial, ...rest } = fixed;
  const [month, day] = [1 + random(12), 1 + random(28)];
  const given = (sex === 1 ? MEN : WOMEN)[random(15)] ?? "";
  const nikDay = two(sex === 2 ? day + 40 : day);
  return {
    ...rest,
    sex,
    name: `${given} ${LAST[random(LAST.length)]} ${LAST[random(LAST.length)]}`,
    birthDate: `${year}-${two(month)}-${two(day)}`,
    nik: `520109${nikDay}${two(month)}${two(year % 100)}${four(1 + (serial % 9998))}`,
    birthPlace: ["Mataram", "Gunungsari", "Narmada", "Sesela"][random(4)],
    religion: random(12) === 0 ? 4 : 1,
    education: 3 + random(4),
    occupation: JOBS[random(JOBS.length)],
    bloodType: 1 + random(4),
  };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function four(value: number): string {
  return String(value).padStart(4, "0");
}

/** Numbers that look random and are the same each time (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
