/** `kubectl autoscale` (k8s.io/kubectl/pkg/cmd/autoscale, v1.36): a HorizontalPodAutoscaler for a workload. */
import type { Draft, Kind } from '../../../../api/kind.ts'
import { apiVersionOf } from '../../../../api/kind.ts'
import { HorizontalPodAutoscalers } from '../../../../api/kinds/horizontalPodAutoscaler/index.ts'
import { createGenerated } from '../../create/generated.ts'
import { dryRunOf } from '../../dryRun.ts'
import { CommandError, throwCollected } from '../../errors.ts'
import {
  dryRunFlag,
  fieldManagerFlag,
  fileFlags,
  printFlags,
  recordFlag,
  saveConfigFlag,
} from '../../flags/groups.ts'
import { type Found, findAll, requestOf } from '../../resources/select.ts'
import { resourceText } from '../../resources/types.ts'
import type { Call, Verb } from '../../verb.ts'
import { resourceMetric, utilizationMetric } from './target.ts'

const scalable = new Set(['Deployment', 'ReplicaSet'])

const autoscale: Verb = {
  summary: 'Auto-scale a deployment, replica set, stateful set, or replication controller',
  usage:
    'autoscale (-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU] [--memory=MEMORY] [options]',
  flags: [
    ...printFlags,
    ...fileFlags,
    dryRunFlag,
    fieldManagerFlag('kubectl-autoscale'),
    recordFlag,
    saveConfigFlag,
    { name: 'min', type: 'int', default: '-1' },
    { name: 'max', type: 'int', default: '-1', required: true },
    {
      name: 'cpu-percent',
      type: 'int',
      default: '-1',
      deprecated:
        "Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU).",
    },
    { name: 'cpu', type: 'string' },
    { name: 'memory', type: 'string' },
    { name: 'name', type: 'string' },
  ],
  run(call) {
    checkBounds(call)
    const metrics = metricsOf(call)
    const { found, errors } = findAll(call, requestOf(call, { ignoreSelector: true }))
    throwCollected(errors)
    for (const one of found) {
      checkScalable(one)
      const done = dryRunOf(call) === 'client' ? 'created' : 'autoscaled'
      createGenerated(
        call,
        HorizontalPodAutoscalers as Kind,
        autoscalerOf(call, one, metrics),
        undefined,
        done,
      )
    }
    if (found.length === 0) throw new CommandError('no objects passed to autoscale')
    return undefined
  },
}
export default autoscale

function checkBounds({ flags }: Call): void {
  const [min, max] = [flags.number('min'), flags.number('max')]
  if (max < 1) throw new CommandError(`--max=MAXPODS is required and must be at least 1, max: ${max}`)
  if (max < min) {
    const bounds = `max: ${max}, min: ${min}`
    throw new CommandError(`--max=MAXPODS must be larger or equal to --min=MINPODS, ${bounds}`)
  }
  if (flags.number('cpu-percent') > 0 && flags.text('cpu') !== '')
    throw new CommandError('--cpu-percent and --cpu are mutually exclusive')
}

/** None at all: the server then aims at 80 % of the CPU requested. */
function metricsOf({ flags }: Call): readonly Draft[] {
  const percent = flags.number('cpu-percent')
  const [cpu, memory] = [flags.text('cpu'), flags.text('memory')]
  return [
    ...(percent > 0 ? [utilizationMetric('cpu', percent)] : []),
    ...(cpu === '' ? [] : [resourceMetric('cpu', cpu)]),
    ...(memory === '' ? [] : [resourceMetric('memory', memory)]),
  ]
}

function checkScalable({ kind }: Found): void {
  if (scalable.has(kind.kind)) return
  const why = `could not find scale subresource for ${resourceText(kind)} in discovery information`
  throw new CommandError(`cannot autoscale a ${kind.kind}: ${why}`)
}

function autoscalerOf({ flags }: Call, { kind, name }: Found, metrics: readonly Draft[]): Draft {
  const min = flags.number('min')
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: flags.text('name') || name },
    spec: {
      scaleTargetRef: { kind: kind.kind, name, apiVersion: apiVersionOf(kind) },
      ...(min > 0 ? { minReplicas: min } : {}),
      maxReplicas: flags.number('max'),
      ...(metrics.length > 0 ? { metrics } : {}),
    },
    status: { desiredReplicas: 0, currentMetrics: null },
  }
}
