/**
 * `npm run bench:browsers [-- --nodes N --pods N --rate N --every TICKS --as json]`: the bench's workload in Node and in
 * workers of Chromium and Firefox. Their worlds must have the same hash at every checkpoint; how quickly the cluster comes
 * up in each is told as a factor of real time. Ends with 1 where a hash differs.
 */
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { findOrInstallChromium } from '../scripts/chromium.mjs'
import { findOrInstallFirefox } from '../scripts/firefox.mjs'

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '5000' },
    pods: { type: 'string', default: '150000' },
    rate: { type: 'string', default: '1000' },
    every: { type: 'string', default: '100' },
    as: { type: 'string', default: 'text' },
  },
})
const [chromium, firefox] = [findOrInstallChromium(), findOrInstallFirefox()]
if (chromium) process.env.CHROMIUM_PATH = chromium
if (firefox) process.env.FIREFOX_PATH = firefox
const { module } = await runnerImport('./tests/e2e/scale/compare.ts', { configFile: false, logLevel: 'warn' })
const { checkpoints, differing, ...engines } = await module.compareEngines({
  nodes: Number(values.nodes),
  pods: Number(values.pods),
  podsPerSecond: Number(values.rate),
  every: Number(values.every),
})
const speeds = Object.entries(engines).filter(([, speed]) => speed !== undefined)
if (values.as === 'json') {
  const figures = speeds.flatMap(([name, { factor, cpuFactor }]) => [
    [`${name}Factor`, factor],
    [`${name}CpuFactor`, cpuFactor],
  ])
  console.log(JSON.stringify({ checkpoints, differing, ...Object.fromEntries(figures) }))
} else {
  console.log(`# engines, ${values.nodes} nodes, ${values.pods} pods, ${values.rate} pods/s`)
  console.log(`hashes          ${checkpoints} checkpoints, ${differing} of them differ`)
  for (const [name, { factor, cpuFactor }] of speeds)
    console.log(
      `${`in ${name}`.padEnd(15)} ${factor.toFixed(1)}x real time by the clock, ${cpuFactor.toFixed(1)}x by the processor`,
    )
}
process.exit(differing === 0 ? 0 : 1)
