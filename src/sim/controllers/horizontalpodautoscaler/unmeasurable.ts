/** A metric that cannot be had, in the controller's words. */
export class Unmeasurable extends Error {}

/** Puts words before those of an `Unmeasurable`. */
export function within<T>(words: string, attempt: () => T): T {
  try {
    return attempt()
  } catch (error) {
    if (error instanceof Unmeasurable) throw new Unmeasurable(`${words}: ${error.message}`)
    throw error
  }
}
