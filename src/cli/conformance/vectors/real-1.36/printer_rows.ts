import type { Kind } from '../../../../sim/api/kind.ts'
import { kindFor } from '../../../../sim/api/kinds/index.ts'
import type { ApiObject } from '../../../../sim/api/types/index.ts'
import { table } from '../../../../sim/commands/print/table.ts'
import { notModelled, type Verdict } from '../../vectors.ts'

interface Case {
  readonly input: { readonly object: ApiObject; readonly now: string }
  readonly expected: {
    readonly columns: readonly { readonly name: string; readonly priority: number }[]
    readonly cells: readonly (string | number)[]
    /** `kubectl get KIND NAME` */
    readonly get: string
    /** `kubectl get KIND NAME -o wide --no-headers` */
    readonly wide: string
  }
}

/** The three commands ran within about two seconds of each other: ages may be those of any moment between. */
const moments = [-1, -0.5, 0, 0.5, 1, 1.5, 2]

export default function run({ input, expected }: Case): Verdict {
  const { object } = input
  const kind = kindFor(object.apiVersion, object.kind)
  if (kind === undefined) return `${notModelled} ${object.kind}`
  const now = Date.parse(input.now) / 1000
  return (
    differs('cells', (at) => serverTable(kind, object, now + at), wanted(expected)) ??
    differs('get', (at) => table(kind, [object], now + at), expected.get) ??
    differs(
      'wide',
      (at) => table(kind, [object], now + at, { wide: true, noHeaders: true }),
      expected.wide,
    ) ??
    true
  )
}

function serverTable(kind: Kind, object: ApiObject, nowSeconds: number): string {
  return kind.columns
    .map((column) => `${column.name}${column.wide ? ' (wide)' : ''}: ${column.cell(object, nowSeconds)}`)
    .join('\n')
}

function wanted({ columns, cells }: Case['expected']): string {
  return columns
    .map(({ name, priority }, i) => `${name.toUpperCase()}${priority > 0 ? ' (wide)' : ''}: ${cells[i]}`)
    .join('\n')
}

function differs(what: string, at: (moment: number) => string, expected: string): string | undefined {
  if (moments.some((moment) => at(moment) === expected)) return undefined
  return `${what}: got ${JSON.stringify(at(0))}, expected ${JSON.stringify(expected)}`
}
