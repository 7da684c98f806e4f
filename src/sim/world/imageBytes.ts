/** About how much memory an image takes for itself: what the next one shares with it is not its own. */
import { IntPages } from '../core/pagedInts.ts'
import { ListPages } from '../core/pagedList.ts'
import type { WorldImage } from './image.ts'

/** An object or record that was replaced afterwards: its own layer, and as much below it as its successor does not share. */
const bytesPerValue = 600
const bytesPerObject = 56
const bytesPerField = 8
/** Of a long list only about so many parts are looked at: four times as many would tell the same within 2 %, and take longer than the image. */
const sampled = 12

/** What an image needs of a ledger that has forgotten these rows. */
export function tailBytes({ state }: WorldImage): number {
  return state.registry.ledger.chunks.reduce((bytes, chunk) => bytes + chunk.byteLength, 0)
}

/** `next`: the image that follows; absent: what the image would take alone. */
export function imageBytes(image: WorldImage, next: WorldImage | undefined): number {
  return beside(image, next)
}

function beside(part: unknown, other: unknown): number {
  if (typeof part !== 'object' || part === null || part === other) return 0
  if (part instanceof IntPages) return part.bytesBeside(other instanceof IntPages ? other : undefined)
  if (part instanceof ListPages)
    return part.bytesBeside(other instanceof ListPages ? other : undefined, bytesPerValue)
  // Chunks of the ledger, which has them anyway.
  if (ArrayBuffer.isView(part)) return 0
  return Array.isArray(part) ? besideList(part, other) : besideFields(part, other)
}

function besideList(list: readonly unknown[], other: unknown): number {
  const others = Array.isArray(other) ? other : []
  const step = Math.max(1, Math.floor(list.length / sampled))
  let bytes = 0
  for (let i = 0; i < list.length; i += step) bytes += step * beside(list[i], others[i])
  return bytesPerField * list.length + bytes
}

function besideFields(fields: object, other: unknown): number {
  const others = (typeof other === 'object' && other !== null ? other : {}) as Record<string, unknown>
  let bytes = bytesPerObject
  if (Object.isFrozen(fields)) return bytes
  for (const [key, part] of Object.entries(fields)) bytes += beside(part, others[key])
  return bytes
}
