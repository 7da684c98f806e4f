/** How objects of one kind are filed: an index and the function that gives an object's keys in it. */
import { allParts, changed } from './ledger.ts'
import { SlotIndex } from './slotIndex.ts'

/** One kind of stored object: its number and how it is filed. */
export interface Shelf {
  readonly id: number
  readonly indexes: Readonly<Record<string, (object: never) => string | readonly string[] | undefined>>
  /** Those of them that look at metadata alone. Absent: none. */
  readonly metadataIndexes?: readonly string[]
}

/** Mostly one key or none; lists only where an object has several owners. */
type Keys = string | readonly string[] | undefined

export interface Filing {
  readonly name: string
  readonly index: SlotIndex
  /** The parts of an object that the key depends on. */
  readonly parts: number
  isBuilt: boolean
  keyOf(object: object): Keys
}

export function filingsOf({ indexes, metadataIndexes }: Shelf): readonly Filing[] {
  return Object.entries(indexes).map(([name, keyOf]) => ({
    name,
    index: new SlotIndex(),
    parts: metadataIndexes?.includes(name) ? changed.metadata : allParts,
    isBuilt: true,
    keyOf: keyOf as Filing['keyOf'],
  }))
}

/** `revision`: of the write. Readers who have not seen it find the object where it was. */
export function moveFiling(index: SlotIndex, slot: number, revision: number, old: Keys, next: Keys): void {
  if (typeof old !== 'object' && typeof next !== 'object') {
    if (old !== undefined) index.unfile(old, slot, revision)
    if (next !== undefined) index.file(next, slot)
    return
  }
  const gone = asList(old)
  const come = asList(next)
  for (const key of gone) if (!come.includes(key)) index.unfile(key, slot, revision)
  for (const key of come) if (!gone.includes(key)) index.file(key, slot)
}

export function asList(keys: Keys): readonly string[] {
  if (keys === undefined) return []
  return typeof keys === 'string' ? [keys] : keys
}
