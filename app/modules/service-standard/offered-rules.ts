/** Is a kind of letter a service to residents that the village offers? Letters from office to office are none. */
export function isOfferedKind({ isOn, category }: { isOn: boolean; category: string }): boolean {
  return isOn && category !== "official";
}
