/** A picture or file behind an approved report of work. */
export interface Evidence {
  fileId: string;
  activityId: string;
  mediaType: string;
  sizeBytes: number;
}

export interface PhotoLimits {
  count: number;
  perActivity: number;
  /** All pictures together: they lie in memory while the paper is made. */
  totalBytes: number;
}

export const PHOTO_LIMITS: PhotoLimits = { count: 12, perActivity: 2, totalBytes: 12 * 1024 * 1024 };

const PRINTABLE = ["image/jpeg", "image/png"];

/**
 * The pictures that go on paper: first one of each activity, then a second, within the limits; in the order given.
 * WebP can't be put into a PDF and stays out.
 */
export function choosePhotos<Photo extends Evidence>(
  evidence: readonly Photo[],
  limits: PhotoLimits = PHOTO_LIMITS,
): Photo[] {
  const printable = evidence.filter(({ mediaType }) => PRINTABLE.includes(mediaType));
  const rounds = Array.from({ length: limits.perActivity }, (_, round) =>
    printable.filter((photo) => rankWithinActivity(printable, photo) === round),
  );
  const chosen = new Set<Photo>();
  let bytes = 0;
  for (const photo of rounds.flat()) {
    if (chosen.size >= limits.count || bytes + photo.sizeBytes > limits.totalBytes) continue;
    chosen.add(photo);
    bytes += photo.sizeBytes;
  }
  return printable.filter((photo) => chosen.has(photo));
}

function rankWithinActivity(all: readonly Evidence[], photo: Evidence): number {
  return all.filter(({ activityId }) => activityId === photo.activityId).indexOf(photo);
}
