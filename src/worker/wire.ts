/**
 * A frame on its way: one array of numbers, handed over, and beside it only what there are objects for. A frame in which
 * nothing has changed but the time is `headWords` numbers.
 */
import type { Frame } from '../lab/frame/format.ts'

const columns = ['pods', 'requests', 'births', 'sums', 'loopRows', 'writes', 'samples'] as const
type Column = (typeof columns)[number]
const cards = ['nodes', 'deployments', 'replicaSets', 'services'] as const
type CardKind = (typeof cards)[number]
const optional = ['autoscalers', 'loops', 'gaps', 'actors', 'marks', 'traffic'] as const

/** Flags, tick, revision, gaps and writes, and then the length of each column. */
const fixedWords = 5
export const headWords = fixedWords + columns.length
const wholeFlag = 1
const serverFlag = 2

export interface WireFrame {
  readonly words: Int32Array<ArrayBuffer>
  readonly also?: Partial<Frame>
}

export function packed(frame: Frame): WireFrame {
  const { whole, apiServer, tick, revision, gapCount, writeCount } = frame
  const length = columns.reduce((sum, name) => sum + frame[name].length, headWords)
  const words = new Int32Array(length)
  words.set([(whole ? wholeFlag : 0) | (apiServer ? serverFlag : 0), tick, revision, gapCount, writeCount])
  let at = headWords
  for (const [i, name] of columns.entries()) {
    words[fixedWords + i] = frame[name].length
    words.set(frame[name], at)
    at += frame[name].length
  }
  const also = objectsOf(frame)
  return { words, ...(Object.keys(also).length === 0 ? {} : { also }) }
}

/** The columns are parts of the array that came. */
export function unpacked({ words, also = {} }: WireFrame): Frame {
  const [flags = 0, tick = 0, revision = 0, gapCount = 0, writeCount = 0] = words
  let at = headWords
  const column = (name: Column) => {
    const from = at
    at += words[fixedWords + columns.indexOf(name)] as number
    return words.subarray(from, at)
  }
  const rows = Object.fromEntries(columns.map((name) => [name, column(name)])) as Pick<Frame, Column>
  return {
    ...noObjects,
    ...also,
    ...rows,
    whole: (flags & wholeFlag) !== 0,
    apiServer: (flags & serverFlag) !== 0,
    tick,
    revision,
    gapCount,
    writeCount,
  }
}

const none = { changed: [], gone: [] } as const
const noObjects: Pick<Frame, CardKind | 'podNames'> = {
  podNames: [],
  nodes: none,
  deployments: none,
  replicaSets: none,
  services: none,
}

function objectsOf(frame: Frame): Partial<Frame> {
  const also: { -readonly [K in keyof Frame]?: Frame[K] } = {}
  if (frame.podNames.length > 0) also.podNames = frame.podNames
  for (const kind of cards)
    if (frame[kind].changed.length + frame[kind].gone.length > 0) also[kind] = frame[kind] as never
  for (const name of optional) if (frame[name] !== undefined) also[name] = frame[name] as never
  return also
}
