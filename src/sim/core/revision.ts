/** A resourceVersion as the revision that it names: what a write does with an object reads the same one several times. */
let lastText = ''
let lastRevision = 0

/** NaN where the text is no number. */
export function revisionOf(resourceVersion: string): number {
  if (resourceVersion !== lastText) {
    lastRevision = Number(resourceVersion)
    lastText = resourceVersion
  }
  return lastRevision
}
