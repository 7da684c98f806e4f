/**
 * Runs an entry of the command line, `src/cli/<name>.ts`, in this very process, so that its input, output and exit code
 * are the caller's. Nothing but the entry writes to standard output.
 */
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { bundleCli } from './bundle-cli.mjs'
import { isInstalled } from './installed.mjs'
import { root } from './root.mjs'

/** Not 0, 1 or 2: those are answers of the command itself. */
const COULD_NOT_RUN = 70

const [name] = process.argv.splice(2, 1)

if (!existsSync(`${root}src/cli/${name}.ts`)) giveUp(`There is no src/cli/${name}.ts to run.`)
const bundle = await bundleCli({ beforeBuild: checkInstallation }).catch((error) => giveUp(error.message))

// npm runs scripts in the repository; files named on the command line are meant from where the user stands.
if (process.env.npm_lifecycle_event === name && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await import(pathToFileURL(`${bundle}/${name}.js`).href)

function checkInstallation() {
  if (!isInstalled()) giveUp('Packages are missing or out of date: run `npm ci` first.')
}

function giveUp(reason) {
  console.error(reason)
  process.exit(COULD_NOT_RUN)
}
