/** What a program said of a failure, for whoever mends it: never translated, and marked as no Indonesian. */
export function Technical({ children }: { children: string }) {
  return (
    <code lang="en" className="text-sm break-words">
      {children}
    </code>
  );
}
