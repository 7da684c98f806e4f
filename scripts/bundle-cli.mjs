/**
 * Bundles the command line into `dist-cli/<fingerprint of the sources>/`. A folder that exists is complete, since it is
 * built elsewhere and moved into place in one step: any number of launches may build at once, and none sees half a bundle.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './root.mjs'
import { exitCode, spawnNode, toolPath } from './tool.mjs'

const shelf = join(root, 'dist-cli')
const HOUR = 3_600_000

/** The folder of a bundle of the sources as they are now. */
export async function bundleCli({ beforeBuild = () => {} } = {}) {
  const bundle = join(shelf, fingerprint())
  if (existsSync(bundle)) return bundle
  beforeBuild()
  const draft = join(shelf, `.draft-${process.pid}`)
  await build(draft)
  publish(draft, bundle)
  clearOldBundles(bundle)
  return bundle
}

/** Names, sizes and times of all that goes into the bundle: a few milliseconds where reading it all would take many. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const path of [
    'package-lock.json',
    'vite.cli.config.ts',
    'scripts/scenario-plugin.ts',
    ...sourcesBelow('src'),
  ]) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

function sourcesBelow(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return sourcesBelow(path)
      return /\.test\.tsx?$/.test(path) ? [] : [path]
    })
}

/** Vite talks on standard output, which belongs to the command: what it says is kept and shown only when it fails. */
async function build(outDir) {
  const args = ['build', '--config', 'vite.cli.config.ts', '--outDir', outDir]
  const vite = spawnNode(toolPath('vite'), args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (chunk) => (said += chunk))
  if ((await exitCode(vite)) === 0) return
  rmSync(outDir, { recursive: true, force: true })
  throw new Error(`The command line could not be built.\n${stripVTControlCharacters(said)}`)
}

function publish(draft, bundle) {
  try {
    renameSync(draft, bundle)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another launch was quicker with the same sources: its bundle is as good.
    if (!existsSync(bundle)) throw error
  }
}

/** A process may still be loading parts of an older bundle, so only those go that nobody can be starting from. */
function clearOldBundles(current) {
  for (const name of readdirSync(shelf)) {
    const path = join(shelf, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (path !== current && age > HOUR) rmSync(path, { recursive: true, force: true })
  }
}
