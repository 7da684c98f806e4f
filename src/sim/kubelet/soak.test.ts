import { describe, expect, it } from 'vitest'
import type { Container } from '../api/types/index.ts'
import { drawBelow } from '../core/draw.ts'
import { beginFault, endFault } from '../faults/index.ts'
import { summary, Testbed } from './testbed.ts'

const nodes = ['node-1', 'node-2', 'node-3']
const probe = { httpGet: { port: 80 }, periodSeconds: 3 }
const shapes: readonly { containers: Container[]; initContainers?: Container[] }[] = [
  { containers: [{ name: 'web', image: 'nginx:1.27' }] },
  { containers: [{ name: 'web', image: 'nginx:1.27', readinessProbe: probe, livenessProbe: probe }] },
  {
    containers: [
      { name: 'flaky', image: 'flaky:1' },
      { name: 'web', image: 'nginx:1.27' },
    ],
  },
  {
    initContainers: [
      { name: 'first', image: 'init:1' },
      { name: 'proxy', image: 'proxy:1', restartPolicy: 'Always' },
    ],
    containers: [{ name: 'web', image: 'nginx:1.27', startupProbe: probe }],
  },
]

/** One random thing that a user or fate does. */
function disturb(bed: Testbed, seed: number, step: number): void {
  const pick = (purpose: string, bound: number) => drawBelow(bound, seed, purpose, 'soak', step)
  const node = nodes[pick('node', 3)] as string
  const name = `p${pick('pod', 12)}`
  const mode = ['node-power', 'node-kubelet', 'node-network'][pick('mode', 3)] as string
  const mishap = ['pod-crash', 'pod-hang', 'pod-oom'][pick('mishap', 3)] as string
  const exists = bed.pod(name) !== undefined
  switch (pick('what', 8)) {
    case 0:
      return beginFault(bed.engine, mode, node)
    case 1:
    case 2:
      return endFault(bed.engine, mode, node)
    case 3:
      return beginFault(bed.engine, mishap, `default/${name}`)
    case 4:
      return exists && bed.engine.server.running
        ? bed.deletePod(name, [undefined, 0, 3][pick('grace', 3)])
        : undefined
    case 5:
      bed.engine.server.running = !bed.engine.server.running || pick('server', 3) > 0
      return
    default:
      if (!exists && bed.engine.server.running) bed.bind(name, shapes[pick('shape', 4)], node)
  }
}

function heal(bed: Testbed): void {
  bed.engine.server.running = true
  for (const node of nodes)
    for (const fault of ['node-power', 'node-kubelet', 'node-network']) endFault(bed.engine, fault, node)
}

function newBed(): Testbed {
  const bed = new Testbed(nodes)
  bed.engine.substrate.images.describe('flaky:1', { exitAfter: 37, exitCode: 1 })
  return bed
}

function pods(bed: Testbed): string[] {
  return Array.from({ length: 12 }, (_, i) => `p${i} ${summary(bed.pod(`p${i}`))}`)
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('whatever happens (seed %i)', (seed) => {
  it('every pod ends up running or gone once all is healed, and a copy of the memory leads to the same', () => {
    const bed = newBed()
    for (let step = 0; step < 150; step++) {
      disturb(bed, seed, step)
      bed.run(drawBelow(30, seed, 'pause', 'soak', step))
    }
    const image = bed.image()
    heal(bed)
    bed.run(4000)
    const settled = pods(bed)
    for (const line of settled) {
      expect(line).toMatch(/ gone$|Running .*(running|Error|CrashLoopBackOff)|(Succeeded|Failed) [^?]*$/)
      expect(line).not.toContain('deleting')
    }
    bed.restore(image)
    heal(bed)
    bed.run(4000)
    expect(pods(bed)).toEqual(settled)
  })
})
