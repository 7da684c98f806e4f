/** The arguments of `label` and `annotate`: objects first, then "key=value" and "key-". */

export interface Pairs {
  /** What names the objects. */
  readonly resources: readonly string[]
  readonly set: ReadonlyMap<string, string>
  readonly removed: readonly string[]
  /** A text that is neither. */
  readonly wrong: string | undefined
}

export function pairsOf(args: readonly string[]): Pairs {
  const isPair = (arg: string) => arg.includes('=') || arg.endsWith('-')
  const first = args.findIndex(isPair)
  const resources = first < 0 ? args : args.slice(0, first)
  const set = new Map<string, string>()
  const removed: string[] = []
  let wrong: string | undefined
  for (const arg of first < 0 ? [] : args.slice(first)) {
    const equals = arg.indexOf('=')
    if (equals > 0) set.set(arg.slice(0, equals), arg.slice(equals + 1))
    else if (equals < 0 && arg.endsWith('-')) removed.push(arg.slice(0, -1))
    else wrong ??= arg
  }
  return { resources, set, removed, wrong }
}

/** The map after the change, without what was removed. */
export function withPairs(
  before: Readonly<Record<string, string>> | undefined,
  { set, removed }: Pairs,
): Record<string, string> {
  const after = { ...before, ...Object.fromEntries(set) }
  for (const key of removed) delete after[key]
  return after
}
