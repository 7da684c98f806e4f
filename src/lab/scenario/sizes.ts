/**
 * Numbers that a scenario has twice: as it is played, and small enough to be played by tests again and again. `<name>` in
 * its lines, conditions and texts stands for the number `name` of its `sizes`.
 */
export type Size = 'full' | 'small'

const languages = ['en', 'ko']

/** A file's contents with its numbers put in. What isn't sound in `sizes` is left for the reader to refuse. */
export function withSizes(contents: unknown, size: Size): unknown {
  const numbers = new Map<string, number>()
  for (const [name, sizes] of Object.entries(fieldOf(contents, 'sizes') ?? {})) {
    const number = fieldOf(sizes, size)
    if (typeof number === 'number') numbers.set(name, number)
  }
  return numbers.size === 0 ? contents : filled(contents, numbers, String)
}

type Write = (number: number) => string

function filled(value: unknown, numbers: ReadonlyMap<string, number>, write: Write): unknown {
  if (typeof value === 'string')
    return value.replace(/<(\w+)>/g, (whole, name: string) => {
      const number = numbers.get(name)
      return number === undefined ? whole : write(number)
    })
  if (Array.isArray(value)) return value.map((one) => filled(one, numbers, write))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      filled(field, numbers, languages.includes(key) ? grouped : write),
    ]),
  )
}

/** As people read it: 150,000. */
export function grouped(number: number | bigint): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

function fieldOf(value: unknown, name: string): object | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, object | undefined>)[name]
}
