/** Whether `node_modules` is what the lock file asks for, and how to make it so. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * npm keeps its own record of what it laid down, so the question is answered by reading two files, whoever ran the
 * installation. Packages for other platforms are optional and absent by right.
 */
export function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn(join('node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (present[path] ? present[path].version === version : optional),
  )
}

export function installWhenMissing() {
  if (isInstalled()) return
  console.log('Installing the packages of package-lock.json (npm ci) …')
  const npm = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (npm.status === 0) return
  console.error('npm ci failed: see its messages above.')
  process.exit(1)
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}
