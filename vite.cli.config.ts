import { existsSync } from 'node:fs'
import { defineConfig } from 'vite'
import { scenarioFiles } from './scripts/scenario-plugin.ts'

/** Each entry module runs itself; one that is not written yet is left out. */
const entries = ['lab', 'conformance', 'bench']
  .map((name) => [name, `src/cli/${name}.ts`] as const)
  .filter(([, path]) => existsSync(path))

/**
 * The command line: the same sources as the app, bundled for Node, since `import.meta.glob` means nothing to Node
 * itself. Dependencies are bundled too: one file to read is a quicker start than a tree of them.
 */
export default defineConfig({
  logLevel: 'warn',
  plugins: [scenarioFiles()],
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    emptyOutDir: true,
    rolldownOptions: { input: Object.fromEntries(entries) },
  },
})
