/**
 * A lint rule that never fires looks the same as one that is kept. So every rule of lint/ is broken here once, in a
 * copy of the repository's lint configuration, and has to be seen firing.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const repository = resolve(import.meta.dirname, '..')

/** Files that may not see what they import: [file, what it imports]. */
const forbiddenImports = [
  ['src/sim/core/clock.ts', 'immer'],
  ['src/sim/core/clock.ts', 'node:fs'],
  ['src/sim/core/clock.ts', '../api/kind.ts'],
  ['src/sim/api/kinds/pod/index.ts', 'react'],
  ['src/sim/api/kinds/pod/index.ts', '../../../apiserver/verbs.ts'],
  ['src/sim/apiserver/verbs.ts', '../client/informer.ts'],
  ['src/sim/substrate/machines.ts', '../api/kind.ts'],
  ['src/sim/client/informer.ts', '../controllers/controller.ts'],
  ['src/sim/controllers/controller.ts', '../scheduler/queue.ts'],
  ['src/sim/controllers/deployment/index.ts', '../../kubelet/pod.ts'],
  ['src/sim/controllers/deployment/index.ts', '../../substrate/machines.ts'],
  ['src/sim/controllers/deployment/index.ts', '../replicaset/index.ts'],
  ['src/sim/controllers/deployment/index.ts', '../../controllers/replicaset/index.ts'],
  ['src/sim/controllers/deployment/rollout/rolling.ts', '../../replicaset/index.ts'],
  ['src/sim/controllers/deployment/rollout/rolling.ts', '../../../world/simulation.ts'],
  ['src/sim/scheduler/queue.ts', '../controllers/controller.ts'],
  ['src/sim/scheduler/plugins/nodename/index.ts', '../nodeports/index.ts'],
  ['src/sim/scheduler/plugins/nodename/index.ts', '../../../faults/power/index.ts'],
  ['src/sim/kubelet/pod.ts', '../scheduler/queue.ts'],
  ['src/sim/network/proxy.ts', '../kubelet/pod.ts'],
  ['src/sim/metrics/usage.ts', '../controllers/controller.ts'],
  ['src/sim/cloud/machines.ts', '../world/simulation.ts'],
  ['src/sim/faults/power/index.ts', '../../kubelet/pod.ts'],
  ['src/sim/commands/kubectl.ts', 'yaml'],
  ['src/sim/commands/kubectl.ts', '../world/simulation.ts'],
  ['src/sim/world/simulation.ts', '../../lab/script.ts'],
  ['src/lab/script.ts', '../sim/scheduler/queue.ts'],
  ['src/lab/script.ts', 'node:fs'],
  ['src/lab/script.ts', '../cli/lab.ts'],
  ['src/cli/lab.ts', '../components/Map.tsx'],
  ['src/worker/host.ts', '../sim/world/simulation.ts'],
  ['src/worker/host.ts', '../state/store.ts'],
  ['src/worker/host.ts', 'node:fs'],
  ['src/state/store.ts', '../sim/world/simulation.ts'],
  ['src/viz/layout.ts', '../state/store.ts'],
  ['src/fidelity/index.ts', '../sim/scheduler/plugins/nodeName/index.ts'],
  ['src/fidelity/index.ts', '../components/Map.tsx'],
  ['src/components/Map.tsx', '../sim/world/simulation.ts'],
  ['src/components/Map.tsx', '../lab/script.ts'],
  ['src/app/App.tsx', '../worker/host.ts'],
] as const

/** What would make two runs differ: [code, the rule that refuses it]. */
const indeterminate = [
  ['export const x = Date.now()', 'style/noRestrictedGlobals'],
  ['export const x = (work: () => void) => setTimeout(work, 1)', 'style/noRestrictedGlobals'],
  ['export type X = Promise<void>', 'style/noRestrictedGlobals'],
  ['export const x = crypto', 'style/noRestrictedGlobals'],
  ['export const x = Intl', 'style/noRestrictedGlobals'],
  ['export const x = globalThis', 'style/noRestrictedGlobals'],
  ['export const x = Math.random()', 'nursery/noJsRestrictedProperties'],
  ['export const x = Math.log(2)', 'nursery/noJsRestrictedProperties'],
  ['export const x = Math.exp(2)', 'nursery/noJsRestrictedProperties'],
  ['export const x = Math.pow(2, 3)', 'nursery/noJsRestrictedProperties'],
  ['export const x = Math.hypot(2, 3)', 'nursery/noJsRestrictedProperties'],
  ["export const x = 'a'.localeCompare('b')", 'nursery/noJsRestrictedProperties'],
  ['export const x = 2 ** 3', 'plugin'],
  ['export const x = (y: number) => {\n  y **= 2\n  return y\n}', 'plugin'],
  ['export async function x() {}', 'plugin'],
  ['export const x = async () => 1', 'plugin'],
  ['export const x = { async y() {} }', 'plugin'],
  ['export class X {\n  *y() {}\n}', 'plugin'],
  ['export function* x() {}', 'plugin'],
  ["export const x = await import('./y.ts')", 'plugin'],
] as const

const clean: Record<string, string> = {
  'src/sim/core/clean.ts': [
    "import { tick } from './tick.ts'",
    'export const x = [tick, Math.sqrt(2), Math.floor(1.5), 2 * 3]',
  ].join('\n'),
  'src/sim/controllers/clean/index.ts': [
    "import { hash } from '../../core/hash.ts'",
    "import { lister } from '../../client/lister.ts'",
    "import { controller } from '../controller.ts'",
    "import { rolling } from './rollout/rolling.ts'",
    'export const x = [hash, lister, controller, rolling]',
  ].join('\n'),
  'src/sim/controllers/clean/index.test.ts': [
    "import { power } from '../../faults/power/index.ts'",
    'export const x = async () => [power, Date.now(), 2 ** 3]',
  ].join('\n'),
  'src/lab/clean.ts':
    "import { world } from '../sim/world/world.ts'\nexport const x = async () => [world, Date.now()]",
}

const folder = mkdtempSync(join(tmpdir(), 'kubeloop-layers-'))
/** The rules that fired, by file. */
const fired = new Map<string, string[]>()

beforeAll(() => {
  for (const name of ['biome.json', 'lint', '.gitignore']) {
    cpSync(join(repository, name), join(folder, name), { recursive: true })
  }
  forbiddenImports.forEach(([file, source], n) => {
    plant(numbered(file, n), `import { x } from '${source}'\nexport const y = x\n`)
  })
  indeterminate.forEach(([code], n) => {
    plant(numbered('src/sim/world/chance.ts', n), `${code}\n`)
  })
  for (const [file, code] of Object.entries(clean)) plant(file, `${code}\n`)
  plant('src/sim/client/one.ts', "import { b } from './two.ts'\nexport const a = () => b\n")
  plant('src/sim/client/two.ts', "import { a } from './one.ts'\nexport const b = () => a\n")
  lint()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the layers', () => {
  it.each(forbiddenImports.map((entry, n) => [...entry, n] as const))(
    '%s may not import %s',
    (file, _, n) => {
      expect(fired.get(numbered(file, n))).toContain('lint/style/noRestrictedImports')
    },
  )

  it('import one another without cycles', () => {
    expect(fired.get('src/sim/client/one.ts')).toContain('lint/suspicious/noImportCycles')
  })

  it('have a rule for every folder of the sources', () => {
    const ruled = new Set(forbiddenImports.map(([file]) => dirname(file)))
    const isRuled = (path: string) => [...ruled].some((folder) => `${folder}/`.startsWith(`${path}/`))
    const folders = ['src/sim', 'src'].flatMap((parent) =>
      foldersIn(parent).map((name) => `${parent}/${name}`),
    )
    expect(folders.filter((path) => !isRuled(path) && !holdsNoCode.includes(path))).toEqual([])
  })
})

describe('the engine', () => {
  it.each(indeterminate.map((entry, n) => [...entry, n] as const))('refuses `%s`', (_, rule, n) => {
    expect(fired.get(numbered('src/sim/world/chance.ts', n))).toContain(
      rule === 'plugin' ? rule : `lint/${rule}`,
    )
  })
})

it.each(Object.keys(clean))('%s keeps every rule', (file) => {
  expect(fired.get(file)).toBeUndefined()
})

const holdsNoCode = ['src/scenarios', 'src/i18n']

function plant(file: string, code: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), code)
}

function numbered(file: string, n: number) {
  return file.replace(/\.(tsx?)$/, `-${n}.$1`)
}

function foldersIn(path: string) {
  const entries = readdirSync(join(repository, path), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

/** Errors only: warnings about unused things in the planted files are not what is looked for. */
function lint() {
  const biome = join(repository, 'node_modules/@biomejs/biome/bin/biome')
  const args = ['lint', '--max-diagnostics=none', '--diagnostic-level=error', '--reporter=github']
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' })
  for (const [, rule, path] of stdout.matchAll(/^::error title=([^,]+),file=([^,]+),/gm)) {
    const file = (path as string).slice((path as string).indexOf('src/'))
    fired.set(file, [...(fired.get(file) ?? []), rule as string])
  }
}
