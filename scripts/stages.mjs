/** The stages of `npm test`, in the order in which they run: the quickest answers first. */
import { findOrInstallChromium } from './chromium.mjs'
import { findOrInstallFirefox } from './firefox.mjs'
import { runCheck, runVitest } from './stage-runners.mjs'
import { toolPath } from './tool.mjs'

export const stages = [
  {
    name: 'format',
    what: 'the layout of the sources and the order of imports (Biome)',
    run: () => runCheck(toolPath('biome'), ['check', '--linter-enabled=false']),
  },
  {
    name: 'lint',
    what: 'rules of the language, the layers and determinism (Biome)',
    run: () => runCheck(toolPath('biome'), ['lint', '--error-on-warnings']),
  },
  {
    name: 'types',
    what: 'everything, with a browser and Node around it (tsc)',
    run: () => runCheck(toolPath('tsc'), ['-p', 'tsconfig.json']),
  },
  {
    name: 'types:engine',
    what: 'the engine, with nothing around it (tsc)',
    run: () => runCheck(toolPath('tsc'), ['-p', 'tsconfig.engine.json']),
  },
  {
    name: 'unit',
    what: 'unit and property tests (Vitest)',
    run: (reports) => runVitest('unit', reports),
  },
  {
    name: 'conformance',
    what: 'vectors, recordings of a real control plane, transcripts of the real kubectl (Vitest)',
    run: (reports) => runVitest('conformance', reports),
  },
  {
    name: 'replay',
    what: 'same script, same bytes; going back and branching (Vitest)',
    run: (reports) => runVitest('replay', reports),
  },
  {
    name: 'build',
    what: 'the app (Vite)',
    run: () => runCheck(toolPath('vite'), ['build', '--logLevel', 'warn']),
  },
  {
    name: 'build:cli',
    what: 'the command line (Vite)',
    run: () => runCheck('scripts/build-cli.mjs'),
  },
  {
    name: 'browser',
    what: 'the built app in Chromium, its determinism in Firefox too (Vitest, Playwright)',
    run: async (reports) => {
      const chromium = findOrInstallChromium()
      if (!chromium) return { passed: 0, failed: 1, note: 'not run: there is no Chromium' }
      // Without a Firefox its test is skipped, which the summary counts.
      const firefox = findOrInstallFirefox()
      return runVitest('browser', reports, {
        CHROMIUM_PATH: chromium,
        ...(firefox && { FIREFOX_PATH: firefox }),
      })
    },
  },
]
