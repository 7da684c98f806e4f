/** The launcher of the command line, tried on a small repository of its own. */
import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'

const repository = resolve(import.meta.dirname, '..')
const copy = mkdtempSync(join(tmpdir(), 'kubeloop-cli-'))

const echo = `
import { readFileSync } from 'node:fs'
const files = import.meta.glob('./parts/*.ts')
console.log(JSON.stringify({ args: process.argv.slice(2), input: readFileSync(0, 'utf8'), parts: Object.keys(files) }))
process.exitCode = 3
`

for (const name of ['scripts', 'package.json', 'package-lock.json', 'vite.cli.config.ts']) {
  cpSync(join(repository, name), join(copy, name), { recursive: true })
}
// What reads scenarios while the command line is built is a part of the sources.
for (const name of ['src/lab', 'src/i18n', 'src/sim/core', 'src/scenarios']) {
  cpSync(join(repository, name), join(copy, name), { recursive: true })
}
symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'), 'junction')
mkdirSync(join(copy, 'src/cli/parts'), { recursive: true })

beforeEach(() => {
  rmSync(join(copy, 'dist-cli'), { recursive: true, force: true })
  writeFileSync(join(copy, 'src/cli/lab.ts'), echo)
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

it('hands on arguments, input and exit code, and writes nothing of its own', async () => {
  const { code, out, err } = await launch(['--seed', '7', '-'], 'sim cluster\n')
  expect(JSON.parse(out)).toEqual({ args: ['--seed', '7', '-'], input: 'sim cluster\n', parts: [] })
  expect([code, err]).toEqual([3, ''])
})

it('builds again when a source came in, and only then', async () => {
  await launch()
  const before = bundles()
  await launch()
  expect(bundles()).toEqual(before)

  writeFileSync(join(copy, 'src/cli/parts/one.ts'), 'export const one = 1\n')
  expect(JSON.parse((await launch()).out).parts).toEqual(['./parts/one.ts'])
})

it('gives every one of several first launches a whole bundle, and leaves one', async () => {
  const launches = await Promise.all(['a', 'b', 'c'].map((name) => launch([name])))
  expect(launches.map(({ out }) => JSON.parse(out).args)).toEqual([['a'], ['b'], ['c']])
  expect(bundles()).toHaveLength(1)
})

it('says on stderr why it could not be built, with an exit code that no command has', async () => {
  writeFileSync(join(copy, 'src/cli/lab.ts'), "import './missing.ts'\n")
  const { code, out, err } = await launch()
  expect([code, out]).toEqual([70, ''])
  expect(err).toContain('missing.ts')
  expect(bundles()).toEqual([])
})

function bundles() {
  const shelf = join(copy, 'dist-cli')
  return existsSync(shelf) ? readdirSync(shelf) : []
}

function launch(args: string[] = [], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  const cli = spawn(process.execPath, [join(copy, 'scripts/cli.mjs'), 'lab', ...args])
  let out = ''
  let err = ''
  cli.stdout.on('data', (chunk) => {
    out += chunk
  })
  cli.stderr.on('data', (chunk) => {
    err += chunk
  })
  cli.stdin.end(input)
  return new Promise((done) => cli.on('close', (code) => done({ code, out, err })))
}
