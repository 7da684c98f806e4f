import { defineConfig } from 'vitest/config'
import { scenarioFiles } from './scripts/scenario-plugin.ts'

const setupFiles = ['tests/support/freezeSettled.ts']

/** One project for each test stage of scripts/test.mjs, which runs them by name. */
export default defineConfig({
  plugins: [scenarioFiles()],
  test: {
    projects: [
      project('unit', [
        'src/**/*.test.{ts,tsx}',
        'scripts/**/*.test.ts',
        'tests/*.test.ts',
        'tests/property/**/*.test.ts',
        'tests/scale/**/*.test.ts',
      ]),
      project('conformance', ['tests/conformance/**/*.test.ts']),
      project('replay', ['tests/replay/**/*.test.ts', 'tests/golden/**/*.test.ts']),
      // A shared machine may stand still for longer than a browser is waited for: one more try, which the report names.
      project('browser', ['tests/e2e/**/*.test.ts'], { retry: 1 }),
    ],
  },
})

function project(name: string, include: string[], more: { readonly retry?: number } = {}) {
  return {
    extends: true as const,
    test: { name, include, setupFiles, testTimeout: 60_000, hookTimeout: 60_000, ...more },
  }
}
