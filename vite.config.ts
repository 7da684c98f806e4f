import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { scenarioFiles } from './scripts/scenario-plugin.ts'

/** The app in the browser. The command line has a configuration of its own: vite.cli.config.ts. */
export default defineConfig({
  // Relative addresses, so that the built folder works below any path of a web server.
  base: './',
  plugins: [react(), scenarioFiles()],
  worker: { format: 'es', plugins: () => [scenarioFiles()] },
})
