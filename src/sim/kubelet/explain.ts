/** What a kubelet is about to do with a pod, in plain lines, for whoever asks why. */
import type { Doing } from '../client/component.ts'
import type { Tick } from '../core/clock.ts'
import { durationText } from './durations.ts'
import { isActing, isConnected, type NodeRun } from './nodeRun.ts'
import { type ContainerRun, never, type PodRun } from './run.ts'

export function explainRun(run: PodRun, node: NodeRun, now: Tick): readonly string[] {
  return [nodeLine(node), ...run.containers.map((one) => containerLine(one, now))]
}

/** What keeps the pod from being ready, or from being gone: of several containers, the one that takes longest to help. */
export function doingOf(run: PodRun): Doing | undefined {
  if (run.ending !== undefined) return doing('stop', Math.min(run.due, run.ending.deadline))
  let longest: ContainerRun | undefined
  for (const container of run.containers)
    if (isUnready(container) && (longest === undefined || lengthOf(container) > lengthOf(longest)))
      longest = container
  const what = longest && doings[longest.stage]
  return longest && what && doing(what, longest.next)
}

function doing(what: Doing['what'], until: Tick): Doing {
  return until === never ? { what } : { what, until }
}

function isUnready({ stage, status }: ContainerRun): boolean {
  return !status.ready && lengths[stage] > 0
}

function lengthOf({ stage }: ContainerRun): number {
  return lengths[stage]
}

/** The longer it takes until a container helps; 0: of one that will not, or that stops. */
const lengths: Readonly<Record<ContainerRun['stage'], number>> = {
  backOff: 4,
  pullBackOff: 4,
  pulling: 3,
  pullFailed: 3,
  idle: 2,
  starting: 2,
  exited: 2,
  running: 1,
  stopping: 0,
  ended: 0,
}

const doings: Readonly<Record<ContainerRun['stage'], Doing['what'] | undefined>> = {
  idle: 'start',
  pulling: 'pull',
  pullFailed: 'pull',
  pullBackOff: 'back-off',
  starting: 'start',
  running: 'probe',
  stopping: 'stop',
  exited: 'start',
  backOff: 'back-off',
  ended: undefined,
}

function nodeLine(node: NodeRun): string {
  if (!node.power) return `${node.name} has no power: nothing runs on it`
  if (!isActing(node))
    return `the kubelet of ${node.name} doesn't run: its containers go on, but nobody looks after them`
  if (!isConnected(node)) return `${node.name} can't reach the API server: what happens on it isn't reported`
  return `the kubelet of ${node.name} looks after it`
}

function containerLine(one: ContainerRun, now: Tick): string {
  const until = one.next === never ? '' : `, next in ${durationText(Math.max(0, one.next - now))}`
  const hung = one.hungSince <= now ? ' and hangs' : ''
  return `container ${one.status.name} is ${words[one.stage]}${hung}${until}`
}

const words: Readonly<Record<ContainerRun['stage'], string>> = {
  idle: 'waiting for its turn',
  pulling: 'pulling its image',
  pullFailed: 'without its image, for the pull failed',
  pullBackOff: 'waiting before the next pull',
  starting: 'starting',
  running: 'running',
  stopping: 'stopping',
  exited: 'down, for its process has ended',
  backOff: 'waiting before the next start',
  ended: 'done for good',
}
