/** The same workload in Node, in a process of its own, and in workers of the browsers: hashes and how quick each is. */
import { execFileSync } from 'node:child_process'
import type { CheckpointPlan } from '../../../src/cli/lab/bench/checkpoints.ts'
import { firefoxPath, openInChromium, openInFirefox } from '../determinism/browsers.ts'
import { checkpointsIn } from './host.ts'

export interface Comparison {
  readonly checkpoints: number
  /** Checkpoints at which a browser has another hash than Node, or another tick. */
  readonly differing: number
  /** Simulated seconds of bring-up in a second of the clock. */
  readonly nodeFactor: number
  readonly chromiumFactor: number
  /** Absent where there is no Firefox. */
  readonly firefoxFactor?: number
}

export async function compareEngines(plan: CheckpointPlan): Promise<Comparison> {
  const here = inNode(plan)
  const browsers = [openInChromium, ...(firefoxPath === undefined ? [] : [openInFirefox])]
  const factors: number[] = []
  let differing = 0
  for (const openIn of browsers) {
    const { checkpoints, simulatedSeconds, wallSeconds } = await checkpointsIn(openIn, plan)
    const there = checkpoints.map(({ tick, hash }) => `${tick}:${hash}`)
    for (let i = 0; i < Math.max(here.hashes.length, there.length); i++) {
      if (here.hashes[i] !== there[i]) differing++
    }
    factors.push(simulatedSeconds / wallSeconds)
  }
  const [chromiumFactor = 0, firefoxFactor] = factors
  return {
    checkpoints: here.hashes.length,
    differing,
    nodeFactor: here.factor,
    chromiumFactor,
    ...(firefoxFactor === undefined ? {} : { firefoxFactor }),
  }
}

function inNode({ nodes, pods, podsPerSecond, every }: CheckpointPlan) {
  const flags = ['--nodes', nodes, '--pods', pods, '--rate', podsPerSecond, '--every', every].map(String)
  const args = ['scripts/cli.mjs', 'lab', 'bench', 'checkpoints', ...flags, '--as', 'json']
  const { factor, hashes } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  return { factor: Number(factor), hashes: String(hashes).split(' ') }
}
