import { eq } from "drizzle-orm";
import { seedHousehold } from "#app/seed/seed-resident.ts";
import { residentEvents } from "#db/village/schema/population.ts";
import type { AppVillage } from "./app.ts";

/** People of the register on the stage. */
export interface PopulationStage {
  /** Head of a family of three. */
  resident: string;
  spouse: string;
  child: string;
  family: string;
  /** What made the head a resident. */
  event: string;
  /** A card whose people the tests of forms move. */
  otherFamily: string;
  otherResident: string;
  otherSpouse: string;
  /** What made the other a resident. */
  otherEvent: string;
}

/** A family with numbers that fit, and another one. */
export async function setPopulationStage(village: AppVillage, areaId: string): Promise<PopulationStage> {
  const { ctx } = village;
  const { familyId, residentIds } = await seedHousehold(ctx, {
    number: "5201091206150001",
    areaId,
    address: "Jl. Melati No. 3",
    members: [
      { name: "Lalu Suwandi", nik: "5201091206850001", phone: "081270001234", fatherName: "Amaq Sahir" },
      { name: "Baiq Nurhayati", sex: 2, familyRole: 3, birthDate: "1988-02-03", nik: "5201094302880001" },
      { name: "Lalu Ahmad Fauzi", birthDate: "2015-05-09", maritalStatus: 1, occupation: 3 },
    ],
  });
  const other = await seedHousehold(ctx, {
    number: "5201091206150002",
    areaId,
    members: [{ name: "Muhammad Yusuf" }, { name: "Siti Aminah", sex: 2, familyRole: 3 }],
  });
  const [resident = "", spouse = "", child = ""] = residentIds;
  const [otherResident = "", otherSpouse = ""] = other.residentIds;
  const openingOf = async (id: string) => {
    const [row] = await ctx.db
      .select({ id: residentEvents.id })
      .from(residentEvents)
      .where(eq(residentEvents.residentId, id));
    return row?.id ?? "";
  };
  return {
    resident,
    spouse,
    child,
    family: familyId,
    event: await openingOf(resident),
    otherFamily: other.familyId,
    otherResident,
    otherSpouse,
    otherEvent: await openingOf(otherResident),
  };
}
