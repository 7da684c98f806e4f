/** The Chromium of the browser tests and the pictures. */
import { findOrInstall } from './browser-install.mjs'

const paths = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** With a font for Korean. The path, or undefined after saying why there is none. */
export function findOrInstallChromium() {
  return findOrInstall('Chromium', {
    paths,
    packages: ['chromium', 'fonts-noto-cjk'],
    variable: 'CHROMIUM_PATH',
  })
}
