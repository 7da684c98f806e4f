/** Runs the command line tools that packages bring, by their own entry file: no shell, the same on every system. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const packages = { tsc: 'typescript', biome: '@biomejs/biome' }

export function spawnTool(tool, args, options) {
  return spawn(process.execPath, [entryOf(tool), ...args], options)
}

function entryOf(tool) {
  const folder = join(root, 'node_modules', packages[tool] ?? tool)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[tool])
}
