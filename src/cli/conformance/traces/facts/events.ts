/**
 * Events by object, reason and text: how often each was said. Which of several equal pods it was about is luck, and so
 * is, where changes came at about one time, in how many steps a ReplicaSet was scaled: then the steps are added up.
 */
import { type Aspect, sameEntries } from '../fact.ts'
import { anyPod } from '../names.ts'
import { isSerial, type RecordedNode, type Utterance } from '../recording.ts'
import { counted } from '../sightings.ts'

/** What the control plane says; the recordings' kubelet is none. */
const speakers: ReadonlySet<string> = new Set([
  'deployment-controller',
  'replicaset-controller',
  'default-scheduler',
  'node-controller',
  'taint-eviction-controller',
])

const events: Aspect = (recorded, replayed, recording) => {
  const [expected, got] = [controlPlane(recorded.events), controlPlane(replayed.events)]
  const known = new Set(expected.filter(isRegistration).map(({ name }) => name))
  const comparable = got.filter((one) => !isRegistration(one) || known.has(one.name))
  if (isSerial(recording)) return compared(expected, comparable, recording.nodes)
  const isStep = ({ reason }: Utterance) => reason === 'ScalingReplicaSet'
  const isOther = (one: Utterance) => !isStep(one)
  return [
    ...sameEntries('scaled', totals(expected.filter(isStep)), totals(got.filter(isStep))),
    ...compared(expected.filter(isOther), comparable.filter(isOther), recording.nodes),
  ]
}
export default events

function controlPlane(all: readonly Utterance[]): readonly Utterance[] {
  return all.filter(({ source }) => speakers.has(source))
}

/** Most of the recordings' nodes were registered long before. */
function isRegistration({ reason }: Utterance): boolean {
  return reason === 'RegisteredNode'
}

function compared(expected: readonly Utterance[], got: readonly Utterance[], nodes: readonly RecordedNode[]) {
  const texts = (all: readonly Utterance[]) => counted(all.map((one) => textOf(one, areAlike(nodes))))
  return sameEntries('event', texts(expected), texts(got))
}

function textOf({ type, reason, kind, name, message, source }: Utterance, nodesAreAlike: boolean): string {
  const text = reason === 'Scheduled' && nodesAreAlike ? message.replace(/ to \S+$/, ' to *') : message
  return anyPod(`${kind}/${name} ${type} ${reason} (${source}): ${text}`)
}

/** Between equal nodes the scheduler draws lots. */
function areAlike(nodes: readonly RecordedNode[]): boolean {
  return new Set(nodes.map(({ name: _, ...shape }) => JSON.stringify(shape))).size === 1
}

/** By "up replica set web-rs2": by how much, in all. */
function totals(steps: readonly Utterance[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { message } of steps) {
    const step = /Scaled (\w+ replica set \S+) from (\d+) to (\d+)/.exec(message)
    if (step === null) sums.set(message, (sums.get(message) ?? 0) + 1)
    else sums.set(step[1] as string, (sums.get(step[1] as string) ?? 0) + Number(step[3]) - Number(step[2]))
  }
  return sums
}
