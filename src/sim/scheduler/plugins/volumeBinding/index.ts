/**
 * Claims that a pod's volumes name must exist
 * (pkg/scheduler/framework/plugins/volumebinding/volume_binding.go, v1.36).
 */
import type { Pod } from '../../../api/types/index.ts'
import type { Plugin } from '../../framework/plugin.ts'
import { nothingToFilter } from '../../framework/plugin.ts'
import { unresolvable } from '../../framework/status.ts'

export const plugin: Plugin = {
  name: 'VolumeBinding',
  order: 70,
  weight: 0,
  preFilter({ pod }) {
    const claim = claimsOf(pod)[0]
    if (claim === undefined) return nothingToFilter
    return { rejection: unresolvable(`persistentvolumeclaim "${claim}" not found`) }
  },
  hints: { nodeAdded: () => true },
}

function claimsOf({ spec }: Pod): readonly string[] {
  return (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => {
    const name = (persistentVolumeClaim as { readonly claimName?: string } | undefined)?.claimName
    return name === undefined ? [] : [name]
  })
}
