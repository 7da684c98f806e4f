/** `kubectl top pods` and `kubectl top nodes` in a cluster without a metrics server. */
import { CommandError } from './errors.ts'
import { allNamespacesFlag, fieldSelectorFlag, selectorFlag } from './flags/groups.ts'
import type { Verb } from './verb.ts'

export function topVerb(what: 'pod' | 'node'): Verb {
  return {
    summary: `Display resource (CPU/memory) usage of ${what}s`,
    usage: `top ${what} [NAME | -l label] [options]`,
    aliases: what === 'pod' ? ['pods', 'po'] : ['nodes', 'no'],
    flags: [
      allNamespacesFlag,
      fieldSelectorFlag,
      selectorFlag,
      { name: 'containers', type: 'bool' },
      { name: 'no-headers', type: 'bool' },
      { name: 'sort-by', type: 'string' },
      { name: 'sum', type: 'bool' },
    ],
    run() {
      throw new CommandError('Metrics API not available')
    },
  }
}
