/** The counting of `npm test`, tried on a small repository of its own: a stage that fails must never look green. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'

const repository = resolve(import.meta.dirname, '..')
const copy = mkdtempSync(join(tmpdir(), 'kubeloop-test-'))

const passing = "import { it } from 'vitest'\nit('passes', () => {})\n"
const failing = "import { it } from 'vitest'\nit('fails', () => { throw new Error('no') })\n"
const broken = "import './missing.ts'\n"

for (const name of ['scripts', 'package.json', 'package-lock.json', 'vitest.config.ts']) {
  cpSync(join(repository, name), join(copy, name), {
    recursive: true,
    filter: (path) => !path.endsWith('.test.ts'),
  })
}
// The small repository has no scenarios, nor what reads them, and no engine to be set up.
writeFileSync(
  join(copy, 'scripts/scenario-plugin.ts'),
  "export const scenarioFiles = () => ({ name: 'nothing' })\n",
)
mkdirSync(join(copy, 'tests/support'), { recursive: true })
writeFileSync(join(copy, 'tests/support/freezeSettled.ts'), '')
symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'), 'junction')

beforeEach(() => {
  rmSync(join(copy, 'src'), { recursive: true, force: true })
  mkdirSync(join(copy, 'src'))
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

it('counts tests, and a file that cannot be loaded as one that failed', () => {
  write({ 'passing.test.ts': passing, 'failing.test.ts': failing, 'broken.test.ts': broken })
  expect(run('unit')).toMatchObject({ code: 1, closing: '1 passed, 2 failed' })
})

it('passes when everything does', () => {
  write({ 'passing.test.ts': passing })
  expect(run('unit')).toMatchObject({ code: 0, closing: '1 passed, 0 failed' })
})

it('says of a stage without tests that it has none', () => {
  const { code, out } = run('conformance')
  expect(code).toBe(0)
  expect(out).toMatch(/conformance +- .*no tests yet/)
})

it('goes on with the next stage after one that failed', () => {
  write({ 'passing.test.ts': passing, 'wrong.ts': "export const one: number = 'one'\n" })
  cpSync(join(repository, 'tsconfig.json'), join(copy, 'tsconfig.json'))
  expect(run('types', 'unit')).toMatchObject({ code: 1, closing: '1 passed, 1 failed' })
})

it('refuses a stage that does not exist', () => {
  expect(run('unti').code).toBe(2)
})

function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(copy, 'src', name), text)
}

function run(...stages: string[]) {
  const script = join(copy, 'scripts/test.mjs')
  const { status, stdout } = spawnSync(process.execPath, [script, ...stages], { encoding: 'utf8' })
  return { code: status, closing: closingLine(), out: stdout }
}

function closingLine() {
  return readFileSync(join(copy, '.cache/test/closing-line'), 'utf8').trim()
}
