/**
 * One look at the cluster, every ten seconds (cluster-autoscaler/core/static_autoscaler.go, RunOnce): are there pods that
 * fit nowhere, and are there nodes that nobody needs?
 */

import type { AutoscalerOptions } from '../../client/autoscalerOptions.ts'
import type { CloudProvider } from '../../client/cloudProvider.ts'
import type { MakeTrial } from '../../client/trial.ts'
import { isHealthy } from './health.ts'
import type { Context } from './memory.ts'
import { type Picture, takePicture } from './picture.ts'
import { followRequests } from './provisioning.ts'
import { cleanUp } from './removal.ts'
import { scaleDown } from './scaleDown.ts'
import { scaleUp } from './scaleUp.ts'
import { statusLines } from './status.ts'
import { sayOfCluster, writeStatus } from './statusMap.ts'

export function look(
  context: Context,
  cloud: CloudProvider,
  options: AutoscalerOptions,
  makeTrial: MakeTrial,
  isFirst: boolean,
): void {
  const picture = takePicture(context, cloud, makeTrial)
  if (isFirst) cleanUp(context, picture)
  act(context, picture, cloud, options)
  writeStatus(context, statusLines(context, picture))
}

function act(context: Context, picture: Picture, cloud: CloudProvider, options: AutoscalerOptions): void {
  followRequests(context, picture, cloud, options)
  if (!isHealthy(picture)) {
    context.memory.unneeded.clear()
    sayOfCluster(context, 'Warning', 'ClusterUnhealthy', 'Cluster is unhealthy')
    return
  }
  const outcome = scaleUp(context, picture, cloud, options)
  if (outcome !== 'grown') scaleDown(context, picture, cloud, options, outcome === 'too early')
}
