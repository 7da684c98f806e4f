/** RFC 3339 times, and what Go says of a text that is none (the time package's Parse). */

const layouts = { time: '2006-01-02T15:04:05Z07:00', microtime: '2006-01-02T15:04:05.000000Z07:00' }

interface Element {
  readonly layout: string
  readonly pattern: RegExp
  /** What the number may be; beyond it the time is out of range. */
  readonly range?: readonly [string, number, number]
}

const date: readonly Element[] = [
  { layout: '2006', pattern: /^\d{4}/ },
  { layout: '-', pattern: /^-/ },
  { layout: '01', pattern: /^\d{2}/, range: ['month', 1, 12] },
  { layout: '-', pattern: /^-/ },
  { layout: '02', pattern: /^\d{2}/, range: ['day', 1, 31] },
  { layout: 'T', pattern: /^T/ },
  { layout: '15', pattern: /^\d{2}/, range: ['hour', 0, 23] },
  { layout: ':', pattern: /^:/ },
  { layout: '04', pattern: /^\d{2}/, range: ['minute', 0, 59] },
  { layout: ':', pattern: /^:/ },
  { layout: '05', pattern: /^\d{2}/, range: ['second', 0, 59] },
]
const fraction: Element = { layout: '.000000', pattern: /^\.\d{6}/ }
const zone: Element = { layout: 'Z07:00', pattern: /^(Z|[+-]\d{2}:\d{2})/ }

/** undefined: a good time. */
export function timeFault(text: string, micro: boolean): string | undefined {
  const layout = micro ? layouts.microtime : layouts.time
  const elements = micro ? [...date, fraction, zone] : [...date, zone]
  let rest = text
  for (const element of elements) {
    // Whole-second layouts take a fraction of any length after the seconds.
    if (element === zone && !micro) rest = rest.replace(/^[.,]\d+/, '')
    const found = element.pattern.exec(rest)
    if (found === null) {
      const what = `cannot parse ${JSON.stringify(rest)} as ${JSON.stringify(element.layout)}`
      return `parsing time ${JSON.stringify(text)} as ${JSON.stringify(layout)}: ${what}`
    }
    const [name, least, most] = element.range ?? ['', 0, 0]
    const number = Number(found[0])
    if (name !== '' && (number < least || number > most)) {
      return `parsing time ${JSON.stringify(text)}: ${name} out of range`
    }
    rest = rest.slice(found[0].length)
  }
  return rest === '' ? undefined : `parsing time ${JSON.stringify(text)}: extra text: ${JSON.stringify(rest)}`
}
