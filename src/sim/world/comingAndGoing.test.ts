/** What a world remembers follows from what is there, not from what has been there. */
import { expect, it } from 'vitest'
import { Sitting } from '../../lab/sitting.ts'
import { takeImage } from './image.ts'
import type { Simulation } from './simulation.ts'

function run(sitting: Sitting, line: string): void {
  const execution = sitting.execute(line)
  while (execution.exit === undefined) sitting.advance()
  if (execution.exit !== 0) throw new Error(`${line}: ${execution.stderr}`)
}

/** Entries of all lists, maps and columns that a keyframe holds, the ledger's rows apart. */
function entriesIn(world: Simulation): number {
  const { state, ...rest } = takeImage(world)
  const { ledger: _, ...registry } = state.registry
  const open: unknown[] = [{ ...state, registry }, rest]
  const seen = new Set<unknown>()
  let entries = 0
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (typeof part !== 'object' || part === null || seen.has(part)) continue
    seen.add(part)
    if (ArrayBuffer.isView(part)) {
      entries += (part as Int32Array).length
      continue
    }
    const parts = Object.values(part)
    entries += parts.length
    for (const one of parts) if (one !== undefined) open.push(one)
  }
  return entries
}

it('remembers a few numbers of every pod that has come and gone, and nothing else', () => {
  const sitting = new Sitting({ keyframes: 'off' })
  run(sitting, 'sim cluster --nodes 8')
  run(sitting, 'kubectl create deployment web --image=web:1 --replicas=200')
  const { world } = sitting
  const { registry } = world.engine.state
  const replaceAll = (times: number) => {
    for (let i = 0; i < times; i++) {
      run(sitting, 'kubectl delete pods -l app=web --wait=false')
      run(sitting, 'sim wait 20m')
    }
    return { entries: entriesIn(world), slots: registry.slotCount, live: registry.liveCount }
  }
  // The scheduler explains its newest 4,096 decisions; events are swept once in three rounds.
  const before = replaceAll(21)
  const after = replaceAll(21)
  expect(after.live).toBe(before.live)
  const gone = after.slots - before.slots
  expect(gone).toBeGreaterThanOrEqual(4000)
  // Its kind and its newest revision, in pages of a thousand.
  expect((after.entries - before.entries) / gone).toBeLessThan(2)
})
