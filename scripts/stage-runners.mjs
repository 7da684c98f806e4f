/** How a stage of `npm test` is run and counted: `{passed, failed}`, perhaps `skipped` and a `note`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCode, spawnNode, toolPath } from './tool.mjs'

const stdio = ['ignore', 'inherit', 'inherit']

/** A script that is one check: it passes or it fails. */
export async function runCheck(script, args = []) {
  const code = await exitCode(spawnNode(script, args, { stdio }))
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A project of vitest.config.ts, counted test by test. */
export async function runVitest(project, reports, environment = {}) {
  const report = join(reports, `${project}.json`)
  const args = ['run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json']
  const env = { ...process.env, ...environment }
  const vitest = spawnNode(toolPath('vitest'), [...args, `--outputFile.json=${report}`], { stdio, env })
  return countOf(report, await exitCode(vitest))
}

function countOf(report, code) {
  const { numPassedTests: passed = 0, numPendingTests: skipped = 0, testResults = [] } = read(report)
  const failedTests = testResults.flatMap((file) => file.assertionResults).filter(hasFailed).length
  // A file that cannot even be loaded holds no test that could fail.
  const brokenFiles = testResults.filter(
    (file) => hasFailed(file) && !file.assertionResults.some(hasFailed),
  ).length
  const failed = Math.max(failedTests + brokenFiles, code === 0 ? 0 : 1)
  if (passed + failed + skipped === 0) return { passed, failed, note: 'no tests yet' }
  return { passed, failed, skipped }
}

function hasFailed({ status }) {
  return status === 'failed'
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
}
