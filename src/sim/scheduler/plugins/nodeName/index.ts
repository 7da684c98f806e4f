/** A pod that names its node (pkg/scheduler/framework/plugins/nodename/node_name.go, v1.36). */
import type { Plugin } from '../../framework/plugin.ts'
import { nothingToFilter } from '../../framework/plugin.ts'
import { success, unresolvable } from '../../framework/status.ts'

const refused = unresolvable("node(s) didn't match the requested node name")

export const plugin: Plugin = {
  name: 'NodeName',
  order: 20,
  weight: 0,
  preFilter({ pod }) {
    const wanted = pod.spec.nodeName ?? ''
    if (wanted === '') return nothingToFilter
    return { filter: (node) => (node.name === wanted ? success : refused) }
  },
  hints: { nodeAdded: (pod, node) => node.metadata.name === pod.spec.nodeName },
}
