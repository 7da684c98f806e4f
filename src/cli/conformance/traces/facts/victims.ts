/** Which of the pods that there were a shrinking ReplicaSet gave up, asked of our own choice. */
import type { Pod } from '../../../../sim/api/types/index.ts'
import { candidate, compareCandidates } from '../../../../sim/controllers/replicaset/victims.ts'
import { parseTime } from '../../../../sim/core/clock.ts'
import { podOf } from '../../shapes.ts'
import type { Aspect, Fact } from '../fact.ts'
import type { Experiment, RecordedPod, Recording } from '../recording.ts'

const costAnnotation = 'controller.kubernetes.io/pod-deletion-cost'

const victims: Aspect = (_recorded, _replayed, recording) =>
  (recording.experiments ?? []).map((experiment) => {
    const now = momentOf(experiment, recording)
    const pods = experiment.before.map(podFrom)
    const name = `victims at ${experiment.t} s (${experiment.desc})`
    const isOwned = experiment.before.some((pod) => pod.name.includes('-rs'))
    const related = isOwned ? pods : []
    return allowed(name, experiment, pods, related, now)
  })
export default victims

/** No survivor may come before a victim; which of several equal pods go is luck, and so it is where UIDs are not known. */
function allowed(
  name: string,
  { victims: recorded }: Experiment,
  pods: readonly Pod[],
  related: readonly Pod[],
  now: number,
): Fact {
  const isVictim = ({ metadata }: Pod) => recorded.includes(metadata.name)
  const rankOf = (pod: Pod) => related.filter(({ spec }) => spec.nodeName === pod.spec.nodeName).length
  const rank = (pod: Pod) => candidate(pod, rankOf(pod), now)
  const wronged = pods
    .filter((pod) => !isVictim(pod))
    .find((survivor) => pods.some((pod) => isVictim(pod) && compareCandidates(rank(survivor), rank(pod)) < 0))
  const difference = wronged && `recorded ${recorded.join(', ')}, but ${wronged.metadata.name} comes first`
  return { name, difference }
}

function podFrom({ name, node, phase, ready, readySince, created, restarts, uid, cost }: RecordedPod): Pod {
  const pod = podOf({
    name,
    phase,
    ready: ready === 'True',
    uid: uid ?? '',
    restarts: restarts ?? 0,
    ...(node === undefined ? {} : { nodeName: node }),
    ...(cost === undefined ? {} : { annotations: { [costAnnotation]: String(cost) } }),
  })
  const conditions = (pod.status.conditions ?? []).map((one) => ({
    ...one,
    lastTransitionTime: readySince ?? null,
  }))
  const metadata = { ...pod.metadata, creationTimestamp: created }
  return { ...pod, metadata, status: { ...pod.status, conditions } } as Pod
}

/** Unix seconds of the scaling: as recorded, or by the clock that the pods' creation tells. */
function momentOf(
  { t, scaledAt, scaleTo }: Experiment,
  { timeline, actions, experiments = [] }: Recording,
): number {
  if (scaledAt !== undefined) return parseTime(scaledAt)
  const scaling = actions.findLast((one) => one.t < t && one.do.endsWith(`--replicas=${scaleTo}`))
  const created = new Map(experiments.flatMap(({ before }) => before).map((pod) => [pod.name, pod.created]))
  const starts = timeline.flatMap((one) => {
    const time = one.kind === 'Pod' && one.type === 'ADDED' ? created.get(one.name) : undefined
    return time === undefined ? [] : parseTime(time) - one.t
  })
  return Math.max(...starts) + (scaling?.tEnd ?? t)
}
