/**
 * A unified diff of two texts, three lines of context around each change, as the API server puts it into the error of a
 * forbidden pod update. It matches lines as Python's difflib does: the longest common block first, then what lies
 * before and after it.
 */
const context = 3
/** In long texts, lines that stand in more than one of a hundred places don't start a match. */
const longText = 200

interface Block {
  readonly a: number
  readonly b: number
  readonly size: number
}

interface Change {
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
}

export function unifiedDiff(before: string, after: string): string {
  const a = before.split('\n')
  const b = after.split('\n')
  const hunks = grouped(changesOf(matchingBlocks(a, b), a.length, b.length))
  return hunks.map((changes) => hunkText(changes, a, b)).join('')
}

function matchingBlocks(a: readonly string[], b: readonly string[]): readonly Block[] {
  const places = placesOf(b)
  const blocks: Block[] = []
  const waiting: Change[] = [{ a: [0, a.length], b: [0, b.length] }]
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    const block = longestBlock(a, b, places, range)
    if (block.size === 0) continue
    blocks.push(block)
    waiting.push({ a: [range.a[0], block.a], b: [range.b[0], block.b] })
    waiting.push({ a: [block.a + block.size, range.a[1]], b: [block.b + block.size, range.b[1]] })
  }
  return blocks.sort((left, right) => left.a - right.a)
}

/** Where each line stands in the second text, but for lines too common to say anything. */
function placesOf(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  lines.forEach((line, i) => {
    const list = places.get(line)
    if (list === undefined) places.set(line, [i])
    else list.push(i)
  })
  if (lines.length < longText) return places
  const most = Math.floor(lines.length / 100) + 1
  for (const [line, list] of places) if (list.length > most) places.delete(line)
  return places
}

function longestBlock(
  a: readonly string[],
  b: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  range: Change,
): Block {
  let best: Block = { a: range.a[0], b: range.b[0], size: 0 }
  let lengths = new Map<number, number>()
  for (let i = range.a[0]; i < range.a[1]; i++) {
    const next = new Map<number, number>()
    for (const j of places.get(a[i] as string) ?? []) {
      if (j < range.b[0] || j >= range.b[1]) continue
      const size = (lengths.get(j - 1) ?? 0) + 1
      next.set(j, size)
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size }
    }
    lengths = next
  }
  return widened(best, a, b, range)
}

/** Common lines could not start a block, but they may belong to one. */
function widened(block: Block, a: readonly string[], b: readonly string[], range: Change): Block {
  let { a: i, b: j, size } = block
  while (i > range.a[0] && j > range.b[0] && a[i - 1] === b[j - 1]) {
    i--
    j--
    size++
  }
  while (i + size < range.a[1] && j + size < range.b[1] && a[i + size] === b[j + size]) size++
  return { a: i, b: j, size }
}

function changesOf(blocks: readonly Block[], aLength: number, bLength: number): readonly Change[] {
  const changes: Change[] = []
  let i = 0
  let j = 0
  for (const block of [...blocks, { a: aLength, b: bLength, size: 0 }]) {
    if (i < block.a || j < block.b) changes.push({ a: [i, block.a], b: [j, block.b] })
    i = block.a + block.size
    j = block.b + block.size
  }
  return changes
}

/** Changes whose contexts touch share a hunk. */
function grouped(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = []
  for (const change of changes) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    if (group !== undefined && previous !== undefined && change.a[0] - previous.a[1] <= 2 * context) {
      group.push(change)
    } else groups.push([change])
  }
  return groups
}

function hunkText(changes: readonly Change[], a: readonly string[], b: readonly string[]): string {
  const first = changes[0] as Change
  const last = changes.at(-1) as Change
  const before = Math.min(context, first.a[0])
  const after = Math.min(context, a.length - last.a[1])
  const lines = [
    `@@ -${rangeText(first.a[0] - before, last.a[1] + after)} +${rangeText(first.b[0] - before, last.b[1] + after)} @@`,
  ]
  let at = first.a[0] - before
  for (const change of changes) {
    lines.push(...a.slice(at, change.a[0]).map((line) => ` ${line}`))
    lines.push(...a.slice(...change.a).map((line) => `-${line}`))
    lines.push(...b.slice(...change.b).map((line) => `+${line}`))
    at = change.a[1]
  }
  lines.push(...a.slice(at, last.a[1] + after).map((line) => ` ${line}`))
  return `${lines.join('\n')}\n`
}

function rangeText(start: number, end: number): string {
  const length = end - start
  if (length === 1) return String(start + 1)
  return length === 0 ? `${start},0` : `${start + 1},${length}`
}
