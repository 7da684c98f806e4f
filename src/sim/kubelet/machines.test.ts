import { describe, expect, it } from 'vitest'
import { beginFault, endFault } from '../faults/index.ts'
import { summary, Testbed } from './testbed.ts'

function readyWord(bed: Testbed): string {
  return summary(bed.pod('a'))
}

/** A pod that has run for a while on a machine. */
function settled(): Testbed {
  const bed = new Testbed()
  bed.bind('a')
  bed.run(100)
  return bed
}

describe('a machine without power', () => {
  it('writes nothing, and boots with every container restarted', () => {
    const bed = settled()
    beginFault(bed.engine, 'node-power', 'node-1')
    expect(bed.watch(500, () => readyWord(bed))).toHaveLength(1)
    expect(bed.engine.server.heartbeats.lastRenewal('node-1')).toBe(100)
    endFault(bed.engine, 'node-power', 'node-1')
    expect(bed.watch(50, () => readyWord(bed))).toEqual([
      '600 Running Unknown',
      '610 Running running(1) ready',
    ])
    expect(bed.engine.server.heartbeats.isBeating('node-1')).toBe(true)
    expect(bed.pod('a')?.status.containerStatuses?.[0]?.lastState?.terminated).toMatchObject({
      exitCode: 255,
      reason: 'Unknown',
      finishedAt: '2026-01-01T00:00:10Z',
    })
    const events = bed.events(bed.node('node-1')?.metadata.uid ?? '').map((line) => line.split(':')[0])
    expect(events).toEqual([
      'NodeHasSufficientMemory',
      'NodeHasNoDiskPressure',
      'NodeHasSufficientPID',
      'NodeReady',
      'Starting',
      'Rebooted',
    ])
  })

  it('lets pods go that were deleted meanwhile, and starts those bound meanwhile', () => {
    const bed = settled()
    bed.bind('b')
    bed.run(50)
    beginFault(bed.engine, 'node-power', 'node-1')
    bed.run(100)
    bed.deletePod('a')
    bed.deletePod('b', 0)
    bed.bind('c')
    const all = () => ['a', 'b', 'c'].map((name) => summary(bed.pod(name))).join(' | ')
    expect(bed.watch(100, all)).toEqual(['250 Running running ready deleting | gone | Pending '])
    endFault(bed.engine, 'node-power', 'node-1')
    expect(bed.watch(50, all)).toEqual([
      '350 Failed Unknown deleting | gone | Pending ContainerCreating',
      '351 gone | gone | Pending ContainerCreating',
      '360 gone | gone | Running running ready',
    ])
  })
})

describe('a kubelet that is stopped', () => {
  it('leaves its containers running and doesn’t restart them', () => {
    const bed = settled()
    beginFault(bed.engine, 'node-kubelet', 'node-1')
    bed.run(200)
    beginFault(bed.engine, 'pod-crash', 'default/a', { exitCode: 9 })
    expect(bed.watch(200, () => readyWord(bed))).toEqual(['300 Running running ready'])
    endFault(bed.engine, 'node-kubelet', 'node-1')
    expect(bed.watch(50, () => readyWord(bed))).toEqual(['500 Running Error', '510 Running running(1) ready'])
    expect(bed.pod('a')?.status.containerStatuses?.[0]?.lastState?.terminated).toMatchObject({
      exitCode: 9,
      finishedAt: '2026-01-01T00:00:30Z',
    })
  })
})

describe('a machine that is cut off', () => {
  it('goes on by itself, and tells all when it is heard again', () => {
    const bed = settled()
    beginFault(bed.engine, 'node-network', 'node-1')
    bed.run(100)
    beginFault(bed.engine, 'pod-crash', 'default/a')
    expect(bed.watch(100, () => readyWord(bed))).toEqual(['200 Running running ready'])
    endFault(bed.engine, 'node-network', 'node-1')
    expect(bed.watch(50, () => readyWord(bed))).toEqual(['300 Running running(1) ready'])
    expect(bed.pod('a')?.status.containerStatuses?.[0]?.state?.running?.startedAt).toBe(
      '2026-01-01T00:00:22Z',
    )
  })
})

describe('a stopped API server', () => {
  it('learns afterwards what happened', () => {
    const bed = settled()
    bed.engine.server.running = false
    beginFault(bed.engine, 'pod-oom', 'default/a')
    beginFault(bed.engine, 'node-power', 'node-1')
    bed.run(100)
    endFault(bed.engine, 'node-power', 'node-1')
    bed.run(100)
    bed.engine.server.running = true
    expect(bed.watch(50, () => readyWord(bed)).at(-1)).toBe('310 Running running(1) ready')
  })
})

describe('Node objects', () => {
  it('made by hand get a machine of their shape, and a kubelet', () => {
    const bed = new Testbed([])
    bed.addNodeObject('big', { cpu: '64', memory: '256Gi', pods: '500' })
    bed.run(1)
    expect(bed.engine.substrate.machines.get('big')).toMatchObject({ cpu: '64', memory: '256Gi', pods: 500 })
    expect(bed.node('big')?.status.conditions?.at(-1)).toMatchObject({ type: 'Ready', status: 'True' })
    bed.bind('a', {}, 'big')
    bed.run(50)
    expect(bed.pod('a')?.status.phase).toBe('Running')
  })

  it('that were deleted come back with the next start of their kubelet', () => {
    const bed = settled()
    bed.deleteNodeObject('node-1')
    bed.run(1000)
    expect(bed.node('node-1')).toBeUndefined()
    expect(bed.engine.server.heartbeats.isBeating('node-1')).toBe(false)
    endFault(bed.engine, 'node-power', 'node-1')
    bed.run(1)
    expect(bed.node('node-1')?.status.conditions?.at(-1)?.status).toBe('True')
    expect(readyWord(bed)).toBe('Running running ready')
  })
})

describe('faults of processes', () => {
  it.each([
    ['pod-crash', { exitCode: 3 }, 'Error', 3],
    ['pod-oom', {}, 'OOMKilled', 137],
  ] as const)('%s ends the container and has it restarted', (fault, options, reason, exitCode) => {
    const bed = settled()
    beginFault(bed.engine, fault, 'default/a', options)
    expect(bed.watch(30, () => readyWord(bed))).toEqual([
      `100 Running ${reason}`,
      '120 Running running(1) ready',
    ])
    expect(bed.pod('a')?.status.containerStatuses?.[0]?.lastState?.terminated).toMatchObject({
      reason,
      exitCode,
    })
  })

  it('a hung process is found by its probes, ignores SIGTERM, and answers again once restarted', () => {
    const bed = new Testbed()
    const probe = { httpGet: { path: '/ok', port: 80 }, periodSeconds: 10 }
    bed.bind('a', {
      containers: [{ name: 'web', image: 'nginx:1.27', readinessProbe: probe, livenessProbe: probe }],
    })
    bed.run(100)
    beginFault(bed.engine, 'pod-hang', 'default/a')
    expect(bed.watch(700, () => readyWord(bed))).toEqual([
      '100 Running running ready',
      '330 Running running',
      '630 Running Error',
      '650 Running running(1) ready',
    ])
    const events = bed
      .events(bed.pod('a')?.metadata.uid ?? '')
      .filter((line) => /^(Unhealthy|Killing)/.test(line))
    const timeout =
      'Get "http://10.244.0.2:80/ok": context deadline exceeded (Client.Timeout exceeded while awaiting headers)'
    expect(events).toEqual([
      `Unhealthy: Liveness probe failed: ${timeout} ×3`,
      'Killing: Container web failed liveness probe, will be restarted ×1',
      `Unhealthy: Readiness probe failed: ${timeout} ×5`,
    ])
  })

  it('have a row of their own in the ledger, unless a command brought them about', () => {
    const bed = settled()
    const before = bed.engine.state.ledger.head
    beginFault(bed.engine, 'pod-crash', 'default/a')
    expect(bed.engine.state.ledger.lineOf(before + 1)).toBe('pod-crash default/a')
    bed.run(0)
    const { registry, ledger } = bed.engine.state
    const chain = ledger.chain(registry.lastRevision(bed.slot('a')))
    expect(chain.map(({ verb }) => verb)).toEqual(['status', 'fault'])
    beginFault(bed.engine, 'node-power', 'node-1', {}, 3)
    expect(bed.engine.state.ledger.verbOf(bed.engine.state.ledger.head)).not.toBe('fault')
  })
})
