/** The same workload in Node, in a process of its own, and in workers of the browsers: hashes and how quick each is. */
import { execFileSync } from 'node:child_process'
import type { CheckpointPlan } from '../../../src/cli/lab/bench/checkpoints.ts'
import { type Close, openInChromium, openInFirefox } from '../determinism/browsers.ts'
import { firefoxPath } from '../firefox.ts'
import { checkpointsIn } from './host.ts'

/** How many simulated seconds of bring-up go into one of the clock's, and into one of the processor's. */
interface Speed {
  readonly factor: number
  /** NaN where nothing tells. */
  readonly cpuFactor: number
}

export interface Comparison {
  readonly checkpoints: number
  /** Checkpoints at which a browser has another hash than Node, or another tick. */
  readonly differing: number
  readonly node: Speed
  readonly chromium: Speed
  /** Absent where there is no Firefox. */
  readonly firefox: Speed | undefined
}

export async function compareEngines(plan: CheckpointPlan): Promise<Comparison> {
  const here = inNode(plan)
  const chromium = await inBrowser(openInChromium, plan, here.hashes)
  const firefox = firefoxPath === undefined ? undefined : await inBrowser(openInFirefox, plan, here.hashes)
  return {
    checkpoints: here.hashes.length,
    differing: chromium.differing + (firefox?.differing ?? 0),
    node: here,
    chromium,
    firefox,
  }
}

async function inBrowser(
  openIn: (url: string) => Promise<Close>,
  plan: CheckpointPlan,
  hashes: readonly string[],
): Promise<Speed & { readonly differing: number }> {
  const { checkpoints, simulatedSeconds, wallSeconds, cpuSeconds } = await checkpointsIn(openIn, plan)
  const there = checkpoints.map(({ tick, hash }) => `${tick}:${hash}`)
  const places = Array.from({ length: Math.max(hashes.length, there.length) }, (_, i) => i)
  return {
    differing: places.filter((i) => hashes[i] !== there[i]).length,
    factor: simulatedSeconds / wallSeconds,
    cpuFactor: cpuSeconds === undefined ? Number.NaN : simulatedSeconds / cpuSeconds,
  }
}

function inNode({ nodes, pods, podsPerSecond, every }: CheckpointPlan) {
  const flags = ['--nodes', nodes, '--pods', pods, '--rate', podsPerSecond, '--every', every].map(String)
  const args = ['scripts/cli.mjs', 'lab', 'bench', 'checkpoints', ...flags, '--as', 'json']
  const { factor, cpuFactor, hashes } = JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, ...args], { encoding: 'utf8' }),
  )
  return {
    factor: Number(factor),
    cpuFactor: Number(cpuFactor),
    hashes: String(hashes).split(' '),
  }
}
