/** How true the parts of the cluster are to Kubernetes, gathered from beside their code without bringing that code in. */
import type { Fidelity } from '../sim/api/deviation.ts'

export { commands, kinds } from './coverage.ts'
export type { Fidelity }

const files = import.meta.glob<{ fidelity: Fidelity }>('../sim/**/fidelity.ts', { eager: true })

/** The parts as a reader looks for them, each area one section. */
const areas = [
  { id: 'controllers', folder: '../sim/controllers/' },
  { id: 'scheduler', folder: '../sim/scheduler/' },
  { id: 'kubelet', folder: '../sim/kubelet/' },
  { id: 'network', folder: '../sim/network/' },
  { id: 'metrics', folder: '../sim/metrics/' },
  { id: 'cloud', folder: '../sim/cloud/' },
  { id: 'api', folder: '../sim/apiserver/' },
  { id: 'kubectl', folder: '../sim/commands/' },
] as const

export interface Area {
  readonly id: (typeof areas)[number]['id']
  readonly parts: readonly Fidelity[]
}

export const fidelity: readonly Area[] = areas.map(({ id, folder }) => ({ id, parts: partsIn(folder) }))

/** By name, the part that an area is named after first: its file lies highest. */
function partsIn(folder: string): readonly Fidelity[] {
  return Object.keys(files)
    .filter((path) => path.startsWith(folder))
    .map((path) => ({
      depth: path.split('/').length,
      part: (files[path] as { fidelity: Fidelity }).fidelity,
    }))
    .sort((a, b) => a.depth - b.depth || (a.part.name < b.part.name ? -1 : 1))
    .map(({ part }) => part)
}
