/** A Firefox without a screen, with a profile of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Undefined where there is none. */
export const firefoxPath = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path !== undefined && existsSync(path),
)

export interface LaunchedFirefox {
  /** The folder of its profile. */
  readonly home: string
  close(): Promise<void>
}

export function launchFirefox(args: readonly string[]): LaunchedFirefox {
  if (firefoxPath === undefined) throw new Error('There is no Firefox.')
  const home = mkdtempSync(join(tmpdir(), 'kubeloop-firefox-'))
  writeFileSync(join(home, 'user.js'), preferences)
  const firefox = spawn(firefoxPath, ['--headless', '--no-remote', '--profile', home, ...args], {
    stdio: 'ignore',
    // A group of its own, so that its helpers end with it.
    detached: true,
    env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1' },
  })
  return {
    home,
    close: async () => {
      await ended(firefox)
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A new profile that asks nothing and calls nobody. */
const preferences = [
  ['browser.aboutwelcome.enabled', false],
  ['browser.shell.checkDefaultBrowser', false],
  ['browser.startup.homepage_override.mstone', 'ignore'],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['toolkit.telemetry.enabled', false],
  ['app.normandy.enabled', false],
  ['extensions.systemAddon.update.enabled', false],
  ['services.settings.server', 'data:,'],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
  ['network.proxy.type', 0],
  // Whoever drives it is told the port in a file of the profile.
  ['marionette.port', 0],
]
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  .join('')

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    process.kill(-child.pid, 'SIGKILL')
  })
}
