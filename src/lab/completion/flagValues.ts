/** Values of kubectl's flags, where the world or the command knows them. */
import { kindForResource } from '../../sim/api/kinds/index.ts'
import { Namespaces } from '../../sim/api/kinds/namespace/index.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import type { Flag } from '../../sim/commands/kubectl/flags/flag.ts'
import { outputFormats } from '../../sim/commands/kubectl/printers.ts'
import { slotNamed } from '../inspect/links.ts'
import type { Line } from './line.ts'
import { containerNames, imageNames, labelPairs, namesOf } from './names.ts'

export function valuesFor(line: Line, { name }: Flag): readonly string[] {
  return values[name]?.(line) ?? []
}

const values: Readonly<Record<string, (line: Line) => readonly string[]>> = {
  namespace: ({ world }) => namesOf(world, Namespaces, ''),
  output: () => outputFormats,
  'dry-run': () => ['client', 'none', 'server'],
  image: ({ world }) => imageNames(world),
  selector: ({ world, args, namespace }) =>
    labelPairs(world, kindForResource(args[0] ?? '') ?? Pods, namespace),
  container: ({ world, args, namespace }) => containerNames(world, slotNamed(world, pathOf(args), namespace)),
}

/** `logs web-1`, `exec pod/web-1`, `set env deployment web` */
function pathOf([first = '', second]: readonly string[]): string {
  if (first.includes('/')) return first
  return second !== undefined && kindForResource(first) !== undefined ? `${first}/${second}` : `pod/${first}`
}
