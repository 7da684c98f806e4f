/** What may follow in a `kubectl` line, from the table of verbs: their flags, and what their usage says they take. */
import { kindForResource } from '../../sim/api/kinds/index.ts'
import { Nodes } from '../../sim/api/kinds/node/index.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import { childrenOf } from '../../sim/commands/kubectl/catalogue.ts'
import type { Flag } from '../../sim/commands/kubectl/flags/flag.ts'
import { globalFlags } from '../../sim/commands/kubectl/flags/groups.ts'
import { findVerb, takesNext } from '../../sim/commands/kubectl/index.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { slotNamed } from '../inspect/links.ts'
import { valuesFor } from './flagValues.ts'
import type { Line } from './line.ts'
import { containerNames, imageNames, kindWords, namesOf, pathsOf } from './names.ts'

/** Global flags that mean something to a simulated cluster. */
const offered = ['namespace', 'help']

/** `given`: the words after `kubectl` that are complete; `begun`: the one after them. */
export function kubectlWords(world: Simulation, given: readonly string[], begun: string): readonly string[] {
  const found = attempt(() => findVerb(given))
  if (found === undefined || given.includes('--')) return []
  const { command, verb, rest } = found
  const children = rest.length === 0 ? childrenOf(command).map(([name]) => name) : []
  if (verb === undefined) return children
  const flags = [...verb.flags, ...globalFlags.filter(({ name }) => offered.includes(name))]
  const { args, values } = read(rest, flags)
  const line = { world, command, verb, args, namespace: values.get('namespace') ?? 'default', begun }
  const pending = flagPending(rest, flags)
  if (pending !== undefined) return valuesFor(line, pending)
  if (/^--[^=]+=/.test(begun)) return givenWithEquals(line, flags)
  if (begun.startsWith('-')) return flags.map(flagWord)
  return [...children, ...objectWords(line)]
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** The words that are no flags, and the values of those flags that have one. */
function read(words: readonly string[], flags: readonly Flag[]) {
  const args: string[] = []
  const values = new Map<string, string>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (!word.startsWith('-')) {
      args.push(word)
      continue
    }
    const flag = flagNamed(word, flags)
    const value = word.includes('=')
      ? word.slice(word.indexOf('=') + 1)
      : takesNext(word, flags)
        ? words[++at]
        : ''
    if (flag !== undefined) values.set(flag.name, value ?? '')
  }
  return { args, values }
}

function flagPending(words: readonly string[], flags: readonly Flag[]): Flag | undefined {
  const last = words[words.length - 1]
  const before = words[words.length - 2]
  if (last === undefined || !last.startsWith('-') || !takesNext(last, flags)) return undefined
  return before !== undefined && takesNext(before, flags) ? undefined : flagNamed(last, flags)
}

function flagNamed(word: string, flags: readonly Flag[]): Flag | undefined {
  const [name = ''] = word.split('=')
  return flags.find((flag) => name === `--${flag.name}` || name === `-${flag.short}`)
}

function flagWord({ name, type, alone }: Flag): string {
  return type === 'bool' || alone !== undefined ? `--${name}` : `--${name}=`
}

function givenWithEquals(line: Line, flags: readonly Flag[]): readonly string[] {
  const flag = flagNamed(line.begun, flags)
  return flag === undefined ? [] : valuesFor(line, flag).map((value) => `--${flag.name}=${value}`)
}

// ── Objects ────────────────────────────────────────────────────────────────────────────────────────────────────────

function objectWords(line: Line): readonly string[] {
  const { world, command, verb, args, namespace, begun } = line
  const [first] = args
  if (verb.usage.includes('CONTAINER_NAME') && isObjectNamed(args)) return containerImages(line)
  if (begun.includes('/')) return pathsOf(world, begun, namespace)
  if (/\bPOD\b/.test(verb.usage)) return first === undefined ? podWords(line) : []
  if (/\bTYPE\b|\bRESOURCE\b|resource\.group/.test(verb.usage)) {
    if (first === undefined) return kindWords(begun)
    return first.includes('/') ? samePaths(line, first) : namesOfKind(line, first)
  }
  if (/\bNODE NAME\b/.test(verb.usage))
    return first === undefined ? ['nodes', 'node'] : namesOf(world, Nodes, '')
  if (/\bNODE\b/.test(verb.usage)) return namesOf(world, Nodes, '')
  if (command.startsWith('create')) return []
  return namesOfKind(line, command.split(' ').at(-1) ?? '')
}

/** A pod goes by its name alone; anything else with its kind. */
function podWords({ world, namespace, begun }: Line): readonly string[] {
  const paths = begun === '' ? [] : kindWords(begun).map((kind) => `${kind}/`)
  return [...namesOf(world, Pods, namespace), ...paths]
}

function samePaths({ world, namespace }: Line, first: string): readonly string[] {
  return pathsOf(world, first, namespace)
}

function namesOfKind({ world, args, namespace }: Line, resource: string): readonly string[] {
  const kind = kindForResource(resource)
  if (kind === undefined) return []
  return namesOf(world, kind, namespace).filter((name) => !args.includes(name))
}

function isObjectNamed([first, second]: readonly string[]): boolean {
  return first?.includes('/') === true || second !== undefined
}

/** `kubectl set image deployment/web web=…` */
function containerImages({ world, args, namespace, begun }: Line): readonly string[] {
  const equals = begun.indexOf('=')
  if (equals >= 0) return imageNames(world).map((image) => `${begun.slice(0, equals)}=${image}`)
  const [first = '', second = ''] = args
  const slot = slotNamed(world, first.includes('/') ? first : `${first}/${second}`, namespace)
  return containerNames(world, slot).map((name) => `${name}=`)
}
