import { podPhase } from '../../../sim/api/podPhase.ts'
import type { Container, ContainerStatus, PodPhase, PodSpec } from '../../../sim/api/types/index.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: {
    readonly restartPolicy: NonNullable<PodSpec['restartPolicy']>
    readonly initContainers: readonly (string | Container)[]
    readonly containers: readonly (string | Container)[]
    readonly initContainerStatuses: readonly ContainerStatus[]
    readonly containerStatuses: readonly ContainerStatus[]
  }
  readonly expected: PodPhase
}

export default function run({ input, expected }: Case): Verdict {
  const spec = {
    restartPolicy: input.restartPolicy,
    initContainers: input.initContainers.map(containerOf),
    containers: input.containers.map(containerOf),
  }
  const statuses = [...input.initContainerStatuses, ...input.containerStatuses]
  return compare(podPhase({ spec, statuses }), expected)
}

function containerOf(container: string | Container): Container {
  return typeof container === 'string' ? { name: container } : container
}
