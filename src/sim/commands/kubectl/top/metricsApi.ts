/** metrics.k8s.io as kubectl finds it (k8s.io/kubectl/pkg/cmd/top, v1.36). */
import type { MetricSource } from '../../../apiserver/metricsApi.ts'
import { CommandError } from '../errors.ts'
import type { Flag } from '../flags/flag.ts'
import type { Call } from '../verb.ts'

export const topFlags: readonly Flag[] = [
  { name: 'no-headers', type: 'bool' },
  { name: 'sort-by', type: 'string' },
  { name: 'use-protocol-buffers', type: 'bool', default: 'true' },
]

export function metricsApi({ api }: Call): MetricSource {
  const source = api.server.metrics
  if (source === undefined) throw new CommandError('Metrics API not available')
  return source
}

export type SortKey = '' | 'cpu' | 'memory'

export function sortKeyOf({ flags }: Call): SortKey {
  const key = flags.text('sort-by')
  if (key === '' || key === 'cpu' || key === 'memory') return key
  throw new CommandError('--sort-by accepts only cpu or memory')
}
