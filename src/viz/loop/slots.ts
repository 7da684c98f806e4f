/** What is wanted, as a row of slots: counts, never identities. */
export type Slot = 'ready' | 'missing' | 'surplus'

/** More than this are told by a bar and numbers. */
export const mostSlots = 24

/** One a wanted replica, the Ready ones first; then one for each Ready pod that is wanted no more. */
export function slotsOf(desired: number, ready: number): readonly Slot[] | undefined {
  const count = Math.max(desired, ready)
  if (count > mostSlots) return undefined
  return Array.from({ length: count }, (_, index) =>
    index >= desired ? 'surplus' : index < ready ? 'ready' : 'missing',
  )
}
