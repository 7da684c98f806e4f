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
const figures = await module.compareEngines({
  nodes: Number(values.nodes),
  pods: Number(values.pods),
  podsPerSecond: Number(values.rate),
  every: Number(values.every),
})
if (values.as === 'json') console.log(JSON.stringify(figures))
else {
  console.log(`# engines, ${values.nodes} nodes, ${values.pods} pods, ${values.rate} pods/s`)
  console.log(`hashes          ${figures.checkpoints} checkpoints, ${figures.differing} of them differ`)
  tell('Node', figures.nodeFactor)
  tell('Chromium', figures.chromiumFactor)
  if (figures.firefoxFactor !== undefined) tell('Firefox', figures.firefoxFactor)
}
process.exit(figures.differing === 0 ? 0 : 1)

function tell(engine, factor) {
  console.log(`${`in ${engine}`.padEnd(15)} ${factor.toFixed(1)}x real time`)
}
