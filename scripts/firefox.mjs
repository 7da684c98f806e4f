/** The Firefox in which the tests look for the same hashes. */
import { findOrInstall } from './browser-install.mjs'

const paths = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** The path, or undefined after saying why there is none. */
export function findOrInstallFirefox() {
  return findOrInstall('Firefox', { paths, packages: ['firefox-esr'], variable: 'FIREFOX_PATH' })
}
