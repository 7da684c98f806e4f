import { beforeEach, describe, expect, it } from 'vitest'
import { summary, Testbed } from '../../kubelet/testbed.ts'
import type { Session } from '../execution.ts'
import { runSim } from './index.ts'

let bed: Testbed
let session: Session

beforeEach(() => {
  bed = new Testbed(['node-1', 'node-2'])
  session = {
    engine: bed.engine,
    stdin: undefined,
    readFile: () => undefined,
    cause: { first: 1, last: 1, count: 1 },
    why: (kind, namespace, name) => (name === 'a' ? [`${kind} ${namespace} ${name}`] : undefined),
    evaluate: () => 'no expressions here',
    traffic: () => [],
  } as Session
})

function sim(line: string): { exit: number | undefined; text: string } {
  const { exit, stdout, stderr } = runSim(line.split(' '), session)
  return { exit, text: stdout + stderr }
}

function world(): string {
  const { state, substrate, limits, controlPlane, server } = bed.engine
  const saved = [substrate.save(), limits.save(), controlPlane.save(), server.running, state.registry.head]
  return JSON.stringify(saved, (_, value) => (value instanceof Map ? [...value] : value))
}

describe('what is wrong with a line is said in one plain sentence, and nothing has changed', () => {
  it.each([
    ['explode', 'error: unknown command "sim explode": sim knows app, '],
    ['node', 'error: sim node: say what to do: add, fail, pressure, recover, remove'],
    ['node toString', 'error: sim node: say what to do: add, fail, pressure, recover, remove'],
    ['node fail', 'error: sim node: give the NAME of a node'],
    ['node fail node-1 node-9', 'error: sim node: there is no machine "node-9"'],
    [
      'node fail node-1 --mode fire',
      'error: sim node: --mode must be one of power, kubelet, network, not "fire"',
    ],
    ['node fail node-1 --hard', 'error: sim node: unknown option --hard: there is --mode'],
    ['node add node-1', 'error: sim node: there is a machine "node-1" already'],
    ['node add n --cpu much', 'error: sim node: --cpu must be a quantity like 500m or 4Gi, not "much"'],
    ['node add --count 10000', 'error: sim node: a cluster has at most 10000 nodes'],
    ['node add --count', 'error: sim node: --count needs a value'],
    ['zone fail z', 'error: sim zone: there is no machine in zone "z"'],
    ['pod crash', 'error: sim pod: give the name of a POD, or a selector with -l'],
    ['pod crash b', 'error: sim pod: there is no pod "b" in namespace "default"'],
    ['pod crash a', 'error: sim pod: pod "a" has no running container'],
    ['pod crash -l app=x', 'error: sim pod: no pod in namespace "default" matches "app=x"'],
    [
      'pod crash a --exit-code 256',
      'error: sim pod: --exit-code must be a whole number from 0 to 255, not "256"',
    ],
    ['image break', 'error: sim image: give one IMAGE'],
    [
      'image break nginx --for soon',
      'error: sim image: --for must be a duration like 30s or 1m30s, not "soon"',
    ],
    ['app nginx', 'error: sim app: say how it behaves'],
    ['app nginx --error-rate 5%', 'error: sim app: --error-rate must look like 1/200, or be 0, not "5%"'],
    ['limit kubelet --qps 5', 'error: sim limit: there is no limit for "kubelet"'],
    ['control-plane stop brain', 'error: sim control-plane: there is no "brain" in the control plane'],
    ['why pod/zzz', 'error: sim why: there is no pod "zzz"'],
    ['why thing/a', 'error: sim why: there is no kind "thing" here'],
  ])('sim %s', (line, message) => {
    bed.bind('a')
    bed.run(0)
    const before = world()
    const { exit, text } = sim(line)
    expect({ exit, text: text.slice(0, message.length) }).toEqual({ exit: 1, text: message })
    expect(text.endsWith('\n') && text.split('\n').length === 2).toBe(true)
    expect(world()).toBe(before)
  })
})

describe('sim node', () => {
  it('adds machines that count on from the name, of the shape asked for', () => {
    expect(sim('node add big-7 --count 2 --cpu 64 --memory 256Gi --zone z --pool gold').text).toBe(
      'node/big-7 added\nnode/big-8 added\n',
    )
    bed.run(0)
    expect(bed.node('big-8')?.metadata.labels).toMatchObject({
      'topology.kubernetes.io/zone': 'z',
      pool: 'gold',
    })
    expect(bed.node('big-8')?.status.allocatable).toMatchObject({ cpu: '64', memory: '256Gi' })
    expect(sim('node add').text).toBe('node/node-3 added\n')
  })

  it('fails and recovers machines, alone or by zone', () => {
    expect(sim('node fail node-1 --mode network').text).toBe('node/node-1 is cut off\n')
    bed.run(0)
    expect(bed.engine.server.heartbeats.isBeating('node-1')).toBe(false)
    expect(sim('zone fail a --mode kubelet').text).toBe(
      'node/node-1 has no kubelet any more\nnode/node-2 has no kubelet any more\n',
    )
    sim('zone recover a')
    bed.run(0)
    expect(
      bed.engine.substrate.machines.all().every(({ power, kubelet, network }) => power && kubelet && network),
    ).toBe(true)
    expect(bed.engine.server.heartbeats.isBeating('node-1')).toBe(true)
  })

  it('puts machines under pressure and removes them with their objects', () => {
    sim('node pressure node-2 --of disk')
    bed.run(0)
    expect(bed.node('node-2')?.status.conditions?.[1]).toMatchObject({ type: 'DiskPressure', status: 'True' })
    expect(sim('node remove node/node-2')).toEqual({ exit: 0, text: 'node/node-2 removed\n' })
    bed.run(0)
    expect(bed.node('node-2')).toBeUndefined()
    expect(bed.engine.server.heartbeats.isBeating('node-2')).toBe(false)
  })
})

it('sim pod strikes the pods of a selector that run', () => {
  bed.bind('a')
  bed.bind('b', {}, 'node-2')
  bed.run(50)
  expect(sim('pod oom a').text).toBe('pod/a ran out of memory\n')
  bed.run(0)
  expect(summary(bed.pod('a'))).toBe('Running OOMKilled')
})

it('sim image breaks pulls, for a while or until they are mended', () => {
  expect(sim('image break nginx:1.27 --for 15s').exit).toBe(0)
  bed.bind('a')
  expect(bed.watch(150, () => summary(bed.pod('a')))).toEqual([
    '0 Pending ContainerCreating',
    '10 Pending ErrImagePull',
    '20 Pending ImagePullBackOff',
    '120 Pending ErrImagePull',
    '130 Pending ImagePullBackOff',
  ])
  expect(bed.watch(250, () => summary(bed.pod('a'))).at(-1)).toBe('340 Running running ready')
  sim('image slow other')
  bed.bind('b', { containers: [{ name: 'x', image: 'other:2' }] })
  expect(bed.watch(150, () => summary(bed.pod('b'))).at(-1)).toBe('510 Running running ready')
})

it('sim app describes how an image behaves', () => {
  sim(
    'app nginx --start 2s --pull 500ms --crash-after 1m --exit-code 4 --memory 80Mi --cpu-per-request 12ms --error-rate 1/200',
  )
  expect(bed.engine.substrate.images.behaviour('nginx:1.27')).toMatchObject({
    start: 20,
    pull: 5,
    exitAfter: 600,
    exitCode: 4,
    memoryBytes: 80 * 1024 * 1024,
    cpuPerRequestMicros: 12_000,
    errorEvery: 200,
  })
})

it('sim control-plane stops and starts parts, and sim limit sets budgets', () => {
  expect(sim('control-plane stop etcd').text).toBe('etcd stopped\n')
  expect(bed.engine.server.running).toBe(false)
  sim('control-plane start etcd')
  sim('control-plane stop scheduler')
  expect(bed.engine.controlPlane.stopped).toEqual(['default-scheduler'])
  expect(sim('limit controller-manager --qps 500 --burst 1000').text).toBe(
    'controller-manager: 500 calls a second, burst 1000\n',
  )
  expect(bed.engine.limits.of('controller-manager')).toEqual({ qps: 500, burst: 1000 })
  expect(sim('why pod/a -n x').text).toBe('pod x a\n')
})
