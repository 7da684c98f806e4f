/** Finds a browser for the tests; on a Debian machine without one, installs Debian's. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

/** The first of the paths that can be run. */
export function findBrowser(paths) {
  return paths.find((path) => path && isExecutable(path))
}

/** The path of the browser, or undefined after saying why there is none. */
export function findOrInstall(name, { paths, packages, variable }) {
  const found = findBrowser(paths)
  if (found) return found
  console.log(`No ${name} found: asking apt-get for ${packages.join(' and ')} …`)
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const done =
    run([...asRoot, 'apt-get', 'update', '-qq']) &&
    run([...asRoot, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages])
  const installed = findBrowser(paths)
  if (done && installed) return installed
  console.error(
    `${name} could not be installed here. Install it and run again, or set ${variable} to the path of one.`,
  )
  return undefined
}

function run([command, ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
