/** What stands in the status ConfigMap (cluster-autoscaler/clusterstate/api/types.go), in short. */
import { isBackedOff } from './backOff.ts'
import { isHealthy } from './health.ts'
import type { Context } from './memory.ts'
import { isReady, type Picture } from './picture.ts'

export function statusLines({ memory, tick }: Context, picture: Picture): readonly string[] {
  const ready = picture.nodes.filter(isReady).length
  const candidates = (count: number) => (count > 0 ? 'CandidatesPresent' : 'NoCandidates')
  const coming = [...picture.upcoming.values()].flat().length
  const pools = picture.pools.flatMap(({ name, machines, min, max }) => {
    const own = picture.nodes.filter(({ metadata }) =>
      machines.some((machine) => machine.name === metadata.name),
    )
    const unneeded = own.filter(({ metadata }) => memory.unneeded.has(metadata.name)).length
    const isResting = isBackedOff(memory.backOffs.get(name), tick)
    return [
      `- name: ${name}`,
      '  health:',
      `    status: Healthy`,
      '    nodeCounts:',
      `      registered: {total: ${own.length}, ready: ${own.filter(isReady).length}}`,
      `    cloudProviderTarget: ${machines.length}`,
      `    minSize: ${min}`,
      `    maxSize: ${max}`,
      '  scaleUp:',
      `    status: ${isResting ? 'Backoff' : memory.requests.has(name) ? 'InProgress' : 'NoActivity'}`,
      '  scaleDown:',
      `    status: ${candidates(unneeded)}`,
      `    candidates: ${unneeded}`,
    ]
  })
  return [
    'autoscalerStatus: Running',
    'clusterWide:',
    '  health:',
    `    status: ${isHealthy(picture) ? 'Healthy' : 'Unhealthy'}`,
    '    nodeCounts:',
    `      registered: {total: ${picture.nodes.length}, ready: ${ready}}`,
    '  scaleUp:',
    `    status: ${coming > 0 ? 'InProgress' : 'NoActivity'}`,
    '  scaleDown:',
    `    status: ${candidates(memory.unneeded.size)}`,
    `    candidates: ${memory.unneeded.size}`,
    ...(pools.length === 0 ? ['nodeGroups: []'] : ['nodeGroups:', ...pools]),
  ]
}
