/** Finds a Chromium for the browser tests; on a Debian machine without one, installs Debian's. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium, or undefined after saying why there is none. */
export function findOrInstallChromium() {
  return findChromium() ?? installChromium()
}

export function findChromium() {
  return candidates.find((path) => path && isExecutable(path))
}

function installChromium() {
  console.log('No Chromium found: asking apt-get for it, with a font for Korean …')
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const done =
    run([...asRoot, 'apt-get', 'update', '-qq']) &&
    run([
      ...asRoot,
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-noto-cjk',
    ])
  const path = findChromium()
  if (done && path) return path
  console.error(
    'Chromium could not be installed here. Install it and run again, or set CHROMIUM_PATH to the path of one.',
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
