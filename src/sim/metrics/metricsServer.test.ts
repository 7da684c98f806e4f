/** The metrics server in whole clusters: who is measured, when, and what it costs. */
import { describe, expect, it } from 'vitest'
import { Sitting } from '../../lab/sitting.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import type { Pod } from '../api/types/index.ts'
import type { Component } from '../client/component.ts'
import { loadMemory } from '../core/memory.ts'
import type { Memory } from './memory.ts'

function cluster(line = 'sim cluster --nodes 1') {
  const sitting = new Sitting()
  const run = (text: string) => {
    const execution = sitting.execute(text)
    while (execution.exit === undefined) sitting.advance()
    return execution.stdout + execution.stderr
  }
  run(line)
  const { engine } = sitting.world
  const pod = () => engine.server.list(Pods, 'default')[0] as Pod
  const measured = () => engine.server.metrics?.pod('default', pod().metadata.name)
  return { sitting, run, engine, pod, measured }
}

/** One tick after another, with so much work in each. */
function use({ sitting, engine, pod }: ReturnType<typeof cluster>, ticks: number, microsPerTick: number) {
  const { namespace = '', name } = pod().metadata
  const usage = engine.substrate.usage.open(engine.server.slot(Pods, namespace, name), 100 * 1024 * 1024)
  for (let i = 0; i < ticks; i++) {
    usage.cpuMicros += microsPerTick
    usage.requests += 2
    sitting.advanceTo(sitting.world.tick + 1)
  }
}

/** What it remembers of pods, by their slots. */
function metricsOf(sitting: Sitting): Memory['samples'] {
  const server = sitting.world.components.all.at(-1) as Component
  return loadMemory<Memory>(server.save()).samples
}

describe('a pod', () => {
  it('has metrics ten to thirty seconds after it began', () => {
    const bed = cluster()
    bed.run('kubectl create deployment web --image=nginx')
    bed.run('sim wait 10s')
    expect(bed.measured()).toBeUndefined()
    expect(bed.run('kubectl top pods')).toBe('error: metrics not available yet\n')
    bed.run('sim wait 22s')
    expect(bed.measured()?.containers).toEqual([
      { name: 'nginx', cpuNanos: 1_000_000, memoryBytes: 64 * 1024 * 1024 },
    ])
  })

  it('is measured by what it used between two scrapes', () => {
    const bed = cluster()
    bed.run('kubectl create deployment web --image=nginx')
    bed.run('sim wait 30s')
    use(bed, 320, 25_000)
    expect(bed.measured()).toMatchObject({
      window: 150,
      containers: [{ cpuNanos: 251_000_000, memoryBytes: 100 * 1024 * 1024 }],
    })
    expect(
      bed.engine.server.metrics?.ofPod('default', 'http_requests_per_second', bed.pod().metadata.name),
    ).toMatchObject({ valueMillis: 20_000 })
    expect(bed.run('kubectl top pods --no-headers')).toMatch(/^web-\S+ {3}251m {3}100Mi {3}\n$/)
    expect(bed.run('kubectl top nodes')).toBe(
      'NAME     CPU(cores)   CPU(%)   MEMORY(bytes)   MEMORY(%)   \n' +
        'node-1   301m         7%       500Mi           3%          \n',
    )
  })

  it('is not measured any more once its node does not answer a scrape', () => {
    const bed = cluster()
    bed.run('kubectl create deployment web --image=nginx')
    bed.run('sim wait 40s')
    bed.run('sim node fail node-1 --mode network')
    bed.run('sim wait 15s')
    expect(bed.measured()).toBeUndefined()
    bed.run('sim node recover node-1')
    bed.run('sim wait 31s')
    expect(bed.measured()).toBeDefined()
  })
})

describe('the metrics server', () => {
  it('can be stopped, and has to read twice when it is back', () => {
    const bed = cluster()
    bed.run('kubectl create deployment web --image=nginx')
    bed.run('sim wait 40s')
    bed.run('sim control-plane stop metrics-server')
    const refusal = 'the server is currently unable to handle the request (get pods.metrics.k8s.io)'
    expect(bed.run('kubectl top pods')).toBe(`Error from server (ServiceUnavailable): ${refusal}\n`)
    bed.run('sim control-plane start metrics-server')
    bed.run('sim wait 14s')
    expect(bed.measured()).toBeUndefined()
    bed.run('sim wait 17s')
    expect(bed.measured()).toBeDefined()
  })

  it('samples the pods that are used and there, and keeps nothing of those whose counters are gone', () => {
    const bed = cluster()
    const { usage } = bed.engine.substrate
    const samplesOf = (slot: number) => metricsOf(bed.sitting).get(slot)?.[0].at
    bed.run('kubectl create deployment web --image=nginx')
    bed.run('sim wait 30s')
    const slot = bed.engine.server.slot(Pods, 'default', bed.pod().metadata.name)
    usage.open(slot, 0)
    bed.run('sim wait 31s')
    const { tick } = bed.sitting.world
    expect(samplesOf(slot)).toBeGreaterThan(tick - 150)
    bed.run('kubectl delete pods --all --force --grace-period=0')
    const last = samplesOf(slot)
    bed.run('sim wait 31s')
    expect(samplesOf(slot)).toBe(last)
    const other = bed.engine.server.slot(Pods, 'default', bed.pod().metadata.name)
    usage.open(other, 0)
    bed.run('sim wait 31s')
    expect(samplesOf(other)).toBeGreaterThan(last as number)
    usage.drop(slot)
    bed.run('sim wait 31s')
    expect(samplesOf(slot)).toBeUndefined()
  })

  it('costs an idle cluster nothing', () => {
    const bed = cluster('sim cluster --nodes 20')
    bed.run('kubectl create deployment web --image=nginx --replicas=50')
    bed.run('sim wait 60s')
    const before = bed.sitting.world.counters.ticks
    bed.run('sim wait 1h')
    expect(bed.sitting.world.counters.ticks - before).toBeLessThan(5)
  })

  it('comes back to the same samples', () => {
    const bed = cluster()
    bed.run('kubectl create deployment web --image=nginx')
    bed.run('sim wait 30s')
    use(bed, 200, 10_000)
    const [image, told] = [bed.sitting.world.components.all.at(-1)?.save(), bed.measured()]
    bed.sitting.world.components.all.at(-1)?.load(image)
    expect(bed.measured()).toEqual(told)
  })
})
