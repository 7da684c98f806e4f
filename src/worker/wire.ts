/**
 * A frame on its way: one array of numbers, handed over, one text with the names in it, and beside them only what there are
 * objects for. A frame in which nothing has changed but the time is `headWords` numbers.
 */
import type { Frame } from '../lab/frame/format.ts'
import { cardRows, cardsIn } from './cardRows.ts'

const columns = ['pods', 'requests', 'births', 'sums', 'loopRows', 'writes', 'samples'] as const
type Column = (typeof columns)[number]
const optional = ['autoscalers', 'loops', 'gaps', 'actors', 'marks', 'traffic'] as const

/** Flags, tick, revision, gaps, writes and what waits, and then the length of each column; the rest are rows of cards. */
const fixedWords = 7
export const headWords = fixedWords + columns.length
const wholeFlag = 1
const serverFlag = 2

export interface WireFrame {
  readonly words: Int32Array<ArrayBuffer>
  /** Of the cards. */
  readonly texts?: string
  readonly also?: Partial<Frame>
}

export function packed(frame: Frame): WireFrame {
  const { whole, apiServer, tick, revision, gapCount, writeCount, overdue, left } = frame
  const cards = cardRows(frame)
  const length = columns.reduce((sum, name) => sum + frame[name].length, headWords)
  const words = new Int32Array(length + cards.rows.length)
  const flags = (whole ? wholeFlag : 0) | (apiServer ? serverFlag : 0)
  words.set([flags, tick, revision, gapCount, writeCount, overdue, left])
  let at = headWords
  for (const [i, name] of columns.entries()) {
    words[fixedWords + i] = frame[name].length
    words.set(frame[name], at)
    at += frame[name].length
  }
  words.set(cards.rows, at)
  const also = objectsOf(frame)
  return {
    words,
    ...(cards.texts === '' ? {} : { texts: cards.texts }),
    ...(Object.keys(also).length === 0 ? {} : { also }),
  }
}

/** The columns are parts of the array that came. */
export function unpacked({ words, texts = '', also = {} }: WireFrame): Frame {
  const [flags = 0, tick = 0, revision = 0, gapCount = 0, writeCount = 0, overdue = 0, left = 0] = words
  let at = headWords
  const column = (name: Column) => {
    const from = at
    at += words[fixedWords + columns.indexOf(name)] as number
    return words.subarray(from, at)
  }
  const rows = Object.fromEntries(columns.map((name) => [name, column(name)])) as Pick<Frame, Column>
  return {
    podNames: [],
    ...also,
    ...rows,
    ...cardsIn({ rows: words.subarray(at), texts }),
    whole: (flags & wholeFlag) !== 0,
    apiServer: (flags & serverFlag) !== 0,
    tick,
    revision,
    gapCount,
    writeCount,
    overdue,
    left,
  }
}

function objectsOf(frame: Frame): Partial<Frame> {
  const also: { -readonly [K in keyof Frame]?: Frame[K] } = {}
  if (frame.podNames.length > 0) also.podNames = frame.podNames
  for (const name of optional) if (frame[name] !== undefined) also[name] = frame[name] as never
  return also
}
