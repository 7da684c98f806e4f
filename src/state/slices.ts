/**
 * A frame taken apart, so that a drawing of the browser's has to show little of it. Its slices are taken in one by one; each
 * is true when it comes, and together they are the world of the frame.
 */
import { type Frame, podWords } from '../worker/protocol.ts'

/** In this order: what is wanted and where it may be, the pods, who closes the gap, and what is read of it all. */
export const parts = ['frame', 'pods', 'loops', 'record'] as const
export type Part = (typeof parts)[number]

/** What is taken in at once: of a frame these parts. */
export interface Slice {
  readonly frame: Frame
  readonly parts: readonly Part[]
}

/** Many pods come in two halves, if each has at least so many. */
const leastInHalf = 4

/** After a jump in time there is one: nobody is to see one part of the world where it was and another where it is. */
export function slicesOf(frame: Frame): readonly Slice[] {
  if (frame.whole) return [{ frame, parts }]
  return parts
    .filter((part) => has[part](frame))
    .flatMap((part) =>
      (part === 'pods' ? halvesOf(frame) : [frame]).map((of) => ({ frame: of, parts: [part] })),
    )
}

/** Whether something comes in a part. The first brings the time, the third the revision: these always come. */
const has: { readonly [P in Part]: (frame: Frame) => boolean } = {
  frame: () => true,
  pods: ({ pods }) => pods.length > 0,
  loops: () => true,
  record: ({ gaps, samples, marks, traffic }) =>
    gaps !== undefined || samples.length > 0 || marks !== undefined || traffic !== undefined,
}

function halvesOf(frame: Frame): readonly Frame[] {
  const { pods, requests } = frame
  const half = podWords * Math.floor(pods.length / podWords / 2)
  if (half < leastInHalf * podWords) return [frame]
  return [
    { ...frame, pods: pods.subarray(0, half) },
    { ...frame, pods: pods.subarray(half), podNames: [], requests: requests.subarray(0, 0) },
  ]
}
