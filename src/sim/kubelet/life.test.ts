import { describe, expect, it } from 'vitest'
import type { Container } from '../api/types/index.ts'
import type { ImageBehaviour } from '../substrate/index.ts'
import { summary, Testbed } from './testbed.ts'

const web: Container = { name: 'web', image: 'nginx:1.27' }
const job: Container = { name: 'job', image: 'job:1' }

function bedWith(image: string, behaviour: Partial<ImageBehaviour>): Testbed {
  const bed = new Testbed()
  bed.engine.substrate.images.describe(image, behaviour)
  return bed
}

describe('the life of a pod', () => {
  it('pulls for a second, starts for a second, and is ready with two writes', () => {
    const bed = new Testbed()
    bed.bind('a')
    const before = bed.engine.state.registry.head
    expect(bed.watch(40, () => summary(bed.pod('a')))).toEqual([
      '0 Pending ContainerCreating',
      '20 Running running ready',
    ])
    const { ledger } = bed.engine.state
    const writes = Array.from({ length: ledger.head - before }, (_, i) => ledger.row(before + 1 + i))
    expect(
      writes
        .filter(({ slot }) => slot === bed.slot('a'))
        .map(({ verb, actor, tick }) => `${tick} ${actor} ${verb}`),
    ).toEqual(['0 kubelet/node-1 status', '20 kubelet/node-1 status'])
    expect(bed.events(bed.pod('a')?.metadata.uid ?? '')).toEqual([
      'Pulling: Pulling image "nginx:1.27" ×1',
      'Pulled: Successfully pulled image "nginx:1.27" in 1s (1s including waiting). Image size: 52428800 bytes. ×1',
      'Created: Container created ×1',
      'Started: Container started ×1',
    ])
  })

  it('finds an image that is on the node, and pulls one after another', () => {
    const bed = new Testbed()
    bed.bind('a', { containers: [{ name: 'x', image: 'one:1' }] })
    bed.bind('b', { containers: [{ name: 'x', image: 'two:1' }] })
    bed.bind('c', { containers: [{ name: 'x', image: 'one:1' }] })
    const all = () => ['a', 'b', 'c'].map((name) => bed.pod(name)?.status.phase).join(' ')
    expect(bed.watch(50, all)).toEqual([
      '0 Pending Pending Pending',
      '20 Running Pending Pending',
      '30 Running Running Pending',
      '33 Running Running Running',
    ])
    bed.bind('d', { containers: [{ name: 'x', image: 'one:1' }] })
    expect(bed.watch(20, () => summary(bed.pod('d')))[1]).toBe('60 Running running ready')
    expect(bed.events(bed.pod('d')?.metadata.uid ?? '')[0]).toBe(
      'Pulled: Container image "one:1" already present on machine and can be accessed by the pod ×1',
    )
    expect(bed.events(bed.pod('c')?.metadata.uid ?? '')[1]).toContain('in 300ms (2.3s including waiting)')
  })

  it('brings containers up one by one: init containers, sidecars, then the others', () => {
    const bed = new Testbed()
    bed.bind('a', {
      initContainers: [
        { name: 'prepare', image: 'nginx:1.27' },
        { name: 'proxy', image: 'nginx:1.27', restartPolicy: 'Always' },
      ],
      containers: [web, { name: 'more', image: 'nginx:1.27' }],
    })
    expect(bed.watch(80, () => summary(bed.pod('a')))).toEqual([
      '0 Pending PodInitializing,PodInitializing,PodInitializing,PodInitializing',
      '20 Pending running,PodInitializing,PodInitializing,PodInitializing',
      '30 Pending Completed,PodInitializing,PodInitializing,PodInitializing',
      '40 Pending Completed,running,PodInitializing,PodInitializing',
      '50 Pending Completed,running,running,PodInitializing',
      '60 Running Completed,running,running,running ready',
    ])
    bed.deletePod('a')
    expect(bed.watch(40, () => summary(bed.pod('a')))).toEqual([
      '80 Running Completed,running,running,running ready deleting',
      '90 Running Completed,running,Completed,Completed deleting',
      '100 Succeeded Completed,Completed,Completed,Completed deleting',
      '101 gone',
    ])
  })

  it.each([
    ['Never', 0, ['20 Running running ready', '40 Succeeded Completed']],
    ['Never', 3, ['20 Running running ready', '40 Failed Error']],
    ['OnFailure', 0, ['20 Running running ready', '40 Succeeded Completed']],
    ['OnFailure', 1, ['20 Running running ready', '40 Running Error', '60 Running running(1) ready']],
    ['Always', 0, ['20 Running running ready', '40 Running Completed', '60 Running running(1) ready']],
  ] as const)('with restartPolicy %s and exit code %i goes on as told', (restartPolicy, exitCode, steps) => {
    const bed = bedWith('job:1', { exitAfter: 20, exitCode })
    bed.bind('a', { restartPolicy, containers: [job] })
    expect(bed.watch(65, () => summary(bed.pod('a'))).slice(1)).toEqual(steps)
  })

  it('waits 10, 20, 40, 80, 160 and then always 300 seconds between crashes', () => {
    const bed = bedWith('job:1', { exitAfter: 10, exitCode: 1 })
    bed.bind('a', { containers: [job] })
    const starts = bed
      .watch(13_000, () => bed.pod('a')?.status.containerStatuses?.[0]?.state?.running?.startedAt ?? '')
      .filter((line) => line.includes('Z'))
      .map((line) => Number(line.split(' ')[0]))
    const waits = starts.slice(1).map((tick, i) => tick - (starts[i] as number) - 20)
    // What is left after the run and the start: the first restart follows the relist, the others their back-off.
    expect(waits.slice(0, 8)).toEqual([10, 100, 200, 400, 800, 1600, 3000, 3000])
    const { uid } = bed.pod('a')?.metadata ?? { uid: '' }
    const waiting = bed.pod('a')?.status.containerStatuses?.[0]?.state?.waiting
    expect(waiting).toEqual({
      reason: 'CrashLoopBackOff',
      message: `back-off 5m0s restarting failed container=job pod=a_default(${uid})`,
    })
    expect(bed.events(uid).find((line) => line.startsWith('BackOff'))).toContain(
      `Back-off restarting failed container job in pod a_default(${uid})`,
    )
  })

  it('waits 10, 20, 40 … 300 seconds between failed pulls', () => {
    const bed = bedWith('gone:1', { brokenUntil: Number.POSITIVE_INFINITY })
    bed.bind('a', { containers: [{ name: 'web', image: 'gone:1' }] })
    const steps = bed.watch(4000, () => summary(bed.pod('a')))
    const failures = steps
      .filter((line) => line.includes('ErrImagePull'))
      .map((line) => Number(line.split(' ')[0]))
    expect(steps.slice(0, 4)).toEqual([
      '0 Pending ContainerCreating',
      '10 Pending ErrImagePull',
      '20 Pending ImagePullBackOff',
      '120 Pending ErrImagePull',
    ])
    // A pull takes a second: the waits are what lies between a failure and the next pull.
    expect(failures.slice(1).map((tick, i) => tick - (failures[i] as number) - 10)).toEqual([
      100, 200, 400, 800, 1600,
    ])
    const reference = 'docker.io/library/gone:1'
    const error =
      `rpc error: code = NotFound desc = failed to pull and unpack image "${reference}": ` +
      `failed to resolve reference "${reference}": ${reference}: not found`
    expect(bed.pod('a')?.status.containerStatuses?.[0]?.state?.waiting?.message).toBe(
      `Back-off pulling image "gone:1": ErrImagePull: ${error}`,
    )
    bed.engine.substrate.images.describe('gone:1', { brokenUntil: 0 })
    expect(bed.watch(3200, () => summary(bed.pod('a'))).at(-1)).toContain('Running running ready')
  })
})

describe('a pod whose configuration is missing', () => {
  it('isn’t begun without its volumes', () => {
    const bed = new Testbed()
    bed.bind('a', {
      volumes: [{ name: 'settings', configMap: { name: 'c' } }],
      containers: [web, { ...web, name: 'other' }],
    })
    expect(bed.watch(100, () => summary(bed.pod('a')))).toEqual([
      '0 Pending ContainerCreating,ContainerCreating',
    ])
    const failed = 'FailedMount: MountVolume.SetUp failed for volume "settings" : configmap "c" not found'
    // Tried at 0, 5, 15, 35 and 75: the waits double.
    expect(bed.events(bed.pod('a')?.metadata.uid ?? '')).toEqual([`${failed} ×5`])
    bed.createConfigMap('c', {})
    expect(bed.watch(150, () => summary(bed.pod('a'))).at(-1)).toBe('185 Running running,running ready')
  })

  it('waits with the container whose environment asks for it', () => {
    const bed = new Testbed()
    const env = [{ name: 'COLOUR', valueFrom: { configMapKeyRef: { name: 'c', key: 'colour' } } }]
    bed.bind('a', {
      containers: [
        { ...web, env },
        { ...web, name: 'other' },
      ],
    })
    expect(bed.watch(60, () => summary(bed.pod('a')))).toEqual([
      '0 Pending ContainerCreating,ContainerCreating',
      '10 Pending CreateContainerConfigError,ContainerCreating',
      '20 Pending CreateContainerConfigError,running',
    ])
    bed.createConfigMap('c', { size: 'big' })
    bed.run(100)
    expect(bed.pod('a')?.status.containerStatuses?.[0]?.state?.waiting?.message).toBe(
      "couldn't find key colour in ConfigMap default/c",
    )
  })
})

describe('the end of a pod', () => {
  it.each([
    ['a process that obeys', { stop: 10 }, {}, undefined, ['110 Succeeded Completed deleting', '111 gone']],
    [
      'a process that takes too long',
      { stop: 900 },
      {},
      undefined,
      ['400 Failed Error deleting', '401 gone'],
    ],
    ['a shorter grace', { stop: 900 }, {}, 5, ['150 Failed Error deleting', '151 gone']],
    [
      'a preStop hook that counts against the grace',
      { stop: 10 },
      { lifecycle: { preStop: { sleep: { seconds: 4 } } } },
      undefined,
      ['150 Succeeded Completed deleting', '151 gone'],
    ],
    [
      'a preStop hook that uses all of it up',
      { stop: 900 },
      { lifecycle: { preStop: { exec: { command: ['sh', '-c', 'sleep 60'] } } } },
      10,
      ['220 Failed Error deleting', '221 gone'],
    ],
  ] as const)('with %s', (_, behaviour, container, grace, steps) => {
    const bed = bedWith('nginx:1.27', behaviour)
    bed.bind('a', { containers: [{ ...web, ...container }] })
    bed.run(100)
    bed.deletePod('a', grace)
    expect(bed.watch(400, () => summary(bed.pod('a'))).slice(1)).toEqual(steps)
  })

  it('comes sooner when it is deleted again with less grace', () => {
    const bed = bedWith('nginx:1.27', { stop: 900 })
    bed.bind('a')
    bed.run(100)
    bed.deletePod('a')
    bed.run(50)
    bed.deletePod('a', 2)
    expect(bed.watch(100, () => summary(bed.pod('a'))).slice(1)).toEqual([
      '170 Failed Error deleting',
      '171 gone',
    ])
  })

  it('is at once for a pod whose containers have not begun, and for a forced deletion', () => {
    const bed = new Testbed()
    bed.bind('a')
    bed.run(5)
    bed.deletePod('a')
    expect(bed.watch(5, () => summary(bed.pod('a')))).toEqual([
      '5 Failed ContainerStatusUnknown deleting',
      '6 gone',
    ])
    bed.bind('b')
    bed.run(100)
    bed.deletePod('b', 0)
    expect(bed.pod('b')).toBeUndefined()
    bed.run(10)
    expect(bed.kubelets.explain(bed.slot('b'))).toBeUndefined()
  })

  it('comes from the kubelet when activeDeadlineSeconds are over', () => {
    const bed = new Testbed()
    bed.bind('a', { activeDeadlineSeconds: 5 })
    expect(bed.watch(100, () => `${summary(bed.pod('a'))} ${bed.pod('a')?.status.reason ?? ''}`).at(-1)).toBe(
      '60 Failed Completed DeadlineExceeded',
    )
  })
})

describe('memory', () => {
  it('taken back from a copy leads to the same end', () => {
    const bed = bedWith('job:1', { exitAfter: 25, exitCode: 1 })
    bed.bind('a', {
      containers: [job, { ...web, readinessProbe: { httpGet: { port: 80 }, initialDelaySeconds: 5 } }],
    })
    bed.run(57)
    const image = bed.image()
    const first = bed.watch(300, () => JSON.stringify(bed.pod('a')))
    bed.restore(image)
    expect(bed.watch(300, () => JSON.stringify(bed.pod('a')))).toEqual(first)
  })
})
