/** `--name value` and `--name=value` for the lab's own lines. Every flag has a default; an unknown one is an error. */
export type FlagValues<D> = { [K in keyof D]: string }

export function parseFlags<D extends Readonly<Record<string, string>>>(
  words: readonly string[],
  defaults: D,
): FlagValues<D> {
  const values: Record<string, string> = { ...defaults }
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (!word.startsWith('--')) throw new Error(`unexpected argument "${word}"`)
    const equals = word.indexOf('=')
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals)
    if (!Object.hasOwn(defaults, name)) throw new Error(`unknown flag: --${name}`)
    const value = equals < 0 ? words[++i] : word.slice(equals + 1)
    if (value === undefined) throw new Error(`flag needs an argument: --${name}`)
    values[name] = value
  }
  return values as FlagValues<D>
}
