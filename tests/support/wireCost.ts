/** What a message costs to send: the bytes of its columns and of all else, and the objects that are cloned with it. */
export interface WireCost {
  readonly columns: number
  readonly rest: number
  /** Beside the message itself and its columns. */
  readonly objects: number
}

export function wireCost(message: object): WireCost {
  let columns = 0
  let rest = 0
  let objects = -1
  const visit = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) columns += value.byteLength
    else if (typeof value === 'object' && value !== null) {
      objects++
      for (const [name, one] of Object.entries(value)) {
        if (!Array.isArray(value)) rest += name.length
        visit(one)
      }
    } else rest += typeof value === 'string' ? value.length : typeof value === 'number' ? 8 : 1
  }
  for (const [name, value] of Object.entries(message)) if (name !== 'type') visit({ [name]: value })
  return { columns, rest, objects: Math.max(0, objects) }
}
