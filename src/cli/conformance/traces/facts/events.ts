/**
 * Events by object, reason and text: how often each was said. Which of several equal pods it was about is luck, and so
 * is, where changes came at about one time, in how many steps a ReplicaSet was scaled. Where a pod was put, and why it
 * could not be, other facts tell.
 */
import { type Aspect, sameEntries } from '../fact.ts'
import { anyPod } from '../names.ts'
import { isSerial, type Utterance } from '../recording.ts'
import type { Course } from '../replay.ts'
import { counted, fleetingPods } from '../sightings.ts'

/** What the control plane says; the recordings' kubelet is none. */
const speakers: ReadonlySet<string> = new Set([
  'deployment-controller',
  'replicaset-controller',
  'default-scheduler',
  'node-controller',
  'taint-eviction-controller',
  'horizontal-pod-autoscaler',
])

const events: Aspect = (recorded, replayed, recording) => {
  const [expected, got] = [controlPlane(recorded), controlPlane(replayed)]
  const known = new Set(recorded.timeline.filter(({ kind }) => kind === 'Node').map(({ name }) => name))
  const registered = new Set(expected.filter(isRegistration).map(({ name }) => name))
  const isComparable = (one: Utterance) =>
    (one.kind !== 'Node' || known.has(one.name)) && (!isRegistration(one) || registered.has(one.name))
  const texts = (all: readonly Utterance[]) => {
    const heard = all.filter(isComparable)
    const steps = heard.filter(isStep).map(textOf)
    const others = counted(heard.filter((one) => !isStep(one)).map(textOf))
    const told: Iterable<readonly [string, number]> = isSerial(recording)
      ? counted(steps)
      : steps.map((text) => [withoutSizes(text), 1] as const)
    return new Map([...others, ...told])
  }
  return sameEntries('event', texts(expected), texts(got))
}
export default events

function controlPlane({ timeline, events: all }: Course): readonly Utterance[] {
  const fleeting = fleetingPods(timeline)
  return all.filter(({ source, reason, name, message }) => {
    const isAboutFleeting = fleeting.has(name) || fleeting.has(message.split(' ').at(-1) ?? '')
    return speakers.has(source) && reason !== 'FailedScheduling' && !isAboutFleeting
  })
}

/** Most of the recordings' nodes were registered long before. */
function isRegistration({ reason }: Utterance): boolean {
  return reason === 'RegisteredNode'
}

function isStep({ reason }: Utterance): boolean {
  return reason === 'ScalingReplicaSet'
}

/** Which messages count as similar once there are ten is luck when a message comes again. */
function textOf(utterance: Utterance): string {
  const { type, reason, kind, name, source } = utterance
  const message = isStep(utterance)
    ? utterance.message.replace(/^\(combined from similar events\): /, '')
    : utterance.message.replace(/^(Successfully assigned .*) to \S+$/, '$1 to *')
  return anyPod(`${kind}/${name} ${type} ${reason} (${source}): ${message}`)
}

function withoutSizes(text: string): string {
  return text.replace(/from \d+ to \d+$/, 'from * to *')
}
