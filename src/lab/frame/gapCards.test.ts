import { describe, expect, it } from 'vitest'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import type { Pod } from '../../sim/api/types/index.ts'
import { Sitting } from '../sitting.ts'
import type { GapCard, GapGroup } from './format.ts'
import { Frames } from './frames.ts'
import { GapLook, gapCardsOf } from './gapCards.ts'
import { groupsOf } from './gapGroups.ts'
import { Timeline } from './timeline.ts'

/** A sitting that has heard some lines, and its frames. A manifest follows its line after a bar. */
function seated(...lines: readonly string[]) {
  const timeline = new Timeline()
  const sitting = new Sitting({
    seed: 1,
    keyframes: 'dense',
    onProgress: (world) => timeline.note(world),
    onReplay: (world) => timeline.note(world),
  })
  const frames = new Frames(timeline)
  const run = (...more: readonly string[]) => {
    for (const one of more) {
      const [line = '', stdin] = one.split(' | ')
      const execution = sitting.execute(line, stdin)
      while (execution.exit === undefined) sitting.advance()
      expect(execution.exit, execution.stderr).toBe(0)
    }
  }
  run(...lines)
  const gaps = (): readonly GapCard[] => {
    frames.take(sitting)
    const { world } = sitting
    const slots = [...timeline.survey.gaps.all()].map(({ slot }) => slot)
    return [...new Set([...slots, ...timeline.survey.podGaps.slots()])]
      .sort((a, b) => a - b)
      .flatMap((slot) => gapCardsOf(world, timeline.survey, slot))
      .sort((a, b) => a.since - b.since)
  }
  const groups = (...open: readonly string[]): readonly GapGroup[] => {
    frames.take(sitting)
    const look = new GapLook(sitting.world, timeline.survey, open)
    while (!look.further(3));
    return look.groups()
  }
  return {
    sitting,
    run,
    gaps,
    groups,
    gap: (object: string) => gaps().find((one) => one.object.startsWith(object)),
  }
}

const twoNodes = 'sim cluster --nodes 2'
const web = (replicas: number) => `kubectl create deployment web --image=web:v1 --replicas=${replicas}`

const greedy =
  'kubectl apply -f - | {apiVersion: v1, kind: Pod, metadata: {name: greedy}, spec: {containers: [{name: a, image: a, resources: {requests: {cpu: 64}}}]}}'
const probed =
  'kubectl apply -f - | {apiVersion: v1, kind: Pod, metadata: {name: probed}, spec: {containers: [{name: a, image: app, readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 1}}]}}'

describe('what a gap waits for', () => {
  it.each<[string, readonly string[], string, GapCard['waitingFor']]>([
    [
      'a scheduler that sleeps',
      ['sim control-plane stop scheduler', 'kubectl run lonely --image=a', 'sim wait 1s'],
      'pod/lonely',
      { reason: 'asleep', name: 'default-scheduler' },
    ],
    [
      'the scheduler, a moment after its creation',
      ['kubectl run lonely --image=a'],
      'pod/lonely',
      { reason: 'scheduler', name: 'default-scheduler' },
    ],
    ['room on a node', [greedy, 'sim wait 1s'], 'pod/greedy', { reason: 'no-node-fits' }],
    [
      'its image',
      ['sim app big --pull 30s', 'kubectl run lonely --image=big', 'sim wait 2s'],
      'pod/lonely',
      { reason: 'image-pull', until: 302 },
    ],
    [
      'the next pull',
      ['sim image break bad', 'kubectl run lonely --image=bad', 'sim wait 5s'],
      'pod/lonely',
      { reason: 'back-off', until: 112 },
    ],
    [
      'its process',
      ['sim app slow --start 20s', 'kubectl run lonely --image=slow', 'sim wait 5s'],
      'pod/lonely',
      { reason: 'start', until: 212 },
    ],
    [
      'its probe',
      ['sim app app --ready 60s', probed, 'sim wait 5s'],
      'pod/probed',
      { reason: 'probe', until: 52 },
    ],
    [
      'its processes to end',
      [
        'sim app slow --stop 20s',
        'kubectl run lonely --image=slow',
        'sim wait 5s',
        'kubectl delete pod lonely --wait=false',
        'sim wait 1s',
      ],
      'pod/lonely',
      { reason: 'termination', until: 251 },
    ],
    [
      'a node that nobody hears',
      [
        web(2),
        'sim wait 5s',
        'sim node fail node-1',
        'kubectl delete pod -l app=web --wait=false',
        'sim wait 40s',
      ],
      'pod/web',
      { reason: 'node-silent', name: 'node-1' },
    ],
    [
      'its machine',
      ['sim node fail node-1', 'sim wait 60s'],
      'node/node-1',
      { reason: 'node-back', name: 'node-1' },
    ],
    [
      'more calls',
      [
        'sim limit controller-manager --qps 1 --burst 1',
        web(9),
        'sim wait 60s',
        'kubectl scale deployment/web --replicas=30',
        'sim wait 5s',
      ],
      'replicaset/web',
      { reason: 'rate-limit', name: 'replicaset-controller' },
    ],
    [
      'new pods to take over',
      [web(4), 'sim wait 10s', 'kubectl set image deployment/web web=web:v2', 'sim wait 1s'],
      'deployment/web',
      { reason: 'rollout' },
    ],
    [
      'nothing: its controller is at work',
      [web(4), 'sim wait 10s', 'kubectl set image deployment/web web=web:v2'],
      'deployment/web',
      undefined,
    ],
    [
      'the API server',
      [web(2), 'sim control-plane stop api-server'],
      'deployment/web',
      { reason: 'api-server' },
    ],
    [
      'a controller that sleeps',
      [
        web(3),
        'sim wait 10s',
        'sim control-plane stop replicaset-controller',
        'kubectl delete pod -l app=web --wait=false',
        'sim wait 30s',
      ],
      'replicaset/web',
      { reason: 'asleep', name: 'replicaset-controller' },
    ],
  ])('%s', (_, lines, object, reason) => {
    expect(seated(twoNodes, ...lines).gap(object)?.waitingFor).toEqual(reason)
  })
})

describe('since when a gap is open', () => {
  it('tells the tick of the line, the binding, the deletion and the last report', () => {
    const { run, gap } = seated(twoNodes, 'sim app web --start 20s', 'sim wait 3s', web(2))
    expect(gap('deployment/web')?.since).toBe(30)
    run('sim wait 5s')
    expect(gap('pod/web')?.since).toBe(33)
    run(
      'sim wait 30s',
      'sim control-plane stop replicaset-controller',
      'kubectl delete pod -l app=web --wait=false',
    )
    run('sim wait 1s')
    expect(gap('pod/web')).toMatchObject({ since: 380, field: 'existence' })
    expect(gap('replicaset/web')).toMatchObject({ since: 380, desired: 2, actual: 0 })
    run('sim node fail node-2', 'sim wait 60s')
    expect(gap('node/node-2')).toMatchObject({ field: 'Ready', actual: 'Unknown' })
  })

  it('keeps the tick while the gap only changes its size', () => {
    const { run, gap } = seated(
      twoNodes,
      web(3),
      'sim wait 10s',
      'sim control-plane stop deployment-controller',
    )
    run(
      'kubectl scale deployment/web --replicas=5',
      'sim wait 5s',
      'kubectl scale deployment/web --replicas=7',
    )
    expect(gap('deployment/web')).toMatchObject({ since: 100, desired: 7, actual: 3 })
  })

  it('is the same after every step back and forth, with keyframes or a replay from the start', () => {
    const { sitting, run, gaps } = seated(
      'sim cluster --nodes 3 --zones a,b',
      'sim app web --pull 2s --start 1s',
      web(6),
      'sim wait 20s',
      'sim control-plane stop replicaset-controller',
      'sim wait 1s',
      'kubectl delete pod -l app=web --wait=false',
      'sim wait 5s',
      'sim control-plane start replicaset-controller',
      'sim wait 2s',
      'kubectl set image deployment/web web=web:v2',
      'sim wait 3s',
      'sim node fail node-1',
      'sim wait 70s',
    )
    sitting.seek({ tick: 0, applied: 0 })
    const lived = new Map<number, readonly GapCard[]>()
    while (sitting.world.tick < sitting.horizon) {
      sitting.advance(sitting.horizon)
      lived.set(sitting.world.tick, gaps())
    }
    expect([...lived.values()].some((some) => some.length > 5)).toBe(true)
    for (const tick of [...lived.keys()].toReversed().filter((_, i) => i % 3 === 0)) {
      sitting.seek(sitting.positionAt(tick + 1))
      sitting.seek(sitting.positionAt(tick))
      if (sitting.positionAt(tick).applied < sitting.positionAt(tick + 1).applied) continue
      expect(gaps(), `tick ${tick}`).toEqual(lived.get(tick))
    }
    run('sim branch other')
    const before = gaps()
    run('sim wait 3s', 'sim branch main')
    expect(gaps()).toEqual(before)
  })
})

describe('the groups of gaps', () => {
  it('count every pod by its reason and every silent node, however many there are', () => {
    const { sitting, groups } = seated(
      'sim cluster --nodes 150 --zones zone-a',
      'sim limit controller-manager --qps 500 --burst 500',
      web(400),
      'sim wait 30s',
      'sim control-plane stop scheduler',
      'kubectl create deployment late --image=web:v1 --replicas=1200',
      'sim wait 10s',
      `sim node fail ${Array.from({ length: 130 }, (_, i) => `node-${i + 1}`).join(' ')}`,
      'sim wait 60s',
    )
    const told = groups()
    const count = (field: string, reason: string) =>
      told.find(({ oldest, waitingFor }) => oldest.field === field && waitingFor?.reason === reason)?.count
    const pods = sitting.world.engine.server.list(Pods) as unknown as readonly Pod[]
    const unbound = pods.filter(({ spec }) => spec.nodeName === undefined).length
    expect(unbound).toBeGreaterThan(1000)
    expect(count('nodeName', 'asleep')).toBe(unbound)
    expect(told.filter(({ oldest }) => oldest.object.startsWith('node/')).map((one) => one.count)).toEqual([
      130,
    ])
    const silent = pods.filter(({ status }) => status.conditions?.some(isUnready)).length
    expect(silent).toBeGreaterThan(100)
    expect(count('Ready', 'node-silent')).toBe(silent)
    expect(told.length).toBeLessThan(12)
  })

  it('are of the same gaps as there are, whatever happens', () => {
    const { sitting, run, gaps, groups } = seated(
      'sim cluster --nodes 5 --zones a,b',
      'sim app web --pull 2s --start 1s',
      web(40),
      'sim wait 3s',
    )
    const lines = [
      'kubectl scale deployment/web --replicas=60',
      'sim node fail node-1',
      'kubectl delete pod -l app=web --wait=false',
      'kubectl set image deployment/web web=web:v2',
      'sim control-plane stop default-scheduler',
      greedy,
    ]
    for (const line of lines) {
      run(line, 'sim wait 800ms')
      expect(groups()).toEqual(groupsOf(gaps(), []))
      const keys = groups().map(({ key }) => key)
      expect(groups(...keys)).toEqual(groupsOf(gaps(), keys))
      expect(groups().reduce((sum, { count }) => sum + count, 0)).toBe(gaps().length)
    }
    expect(sitting.world.tick).toBeGreaterThan(0)
  })
})

const isUnready = ({ type, status }: { type: string; status: string }) =>
  type === 'Ready' && status !== 'True'
