/**
 * `npm test`: installs what is missing, then goes through every stage and sums up. A stage that fails does not keep the
 * later ones from being run. `npm run test:<stage>`, or names after `node scripts/test.mjs`, run single stages.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installWhenMissing } from './installed.mjs'
import { root } from './root.mjs'
import { stages } from './stages.mjs'

const names = process.argv.slice(2)
const unknown = names.filter((name) => !stages.some((stage) => stage.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}. Stages: ${stages.map(({ name }) => name).join(', ')}`,
  )
  process.exit(2)
}

const reports = join(root, '.cache', 'test')
installWhenMissing()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const results = []
for (const stage of stages.filter(({ name }) => names.length === 0 || names.includes(name))) {
  console.log(`\n── ${stage.name}: ${stage.what}`)
  const started = performance.now()
  const result = await stage.run(reports)
  results.push({ name: stage.name, seconds: (performance.now() - started) / 1000, ...result })
}

const total = {
  name: 'total',
  seconds: sum('seconds'),
  passed: sum('passed'),
  failed: sum('failed'),
  skipped: sum('skipped'),
}
console.log(`\n── summary\n${[...results, total].map(lineOf).join('\n')}`)
writeFileSync(join(reports, 'closing-line'), `${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed === 0 ? 0 : 1)

function lineOf({ name, seconds, passed, failed, skipped, note }) {
  const verdict = failed > 0 ? 'FAILED' : passed > 0 ? 'ok' : '-'
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return `${name.padEnd(13)} ${verdict.padEnd(7)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${note ?? counts}`
}

function sum(count) {
  return results.reduce((running, result) => running + (result[count] ?? 0), 0)
}
