/** Runs the command line tools that packages bring, by their own entry file: no shell, the same on every system. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const packages = { tsc: 'typescript', biome: '@biomejs/biome' }

/** The path of a tool's entry, to be run with Node. */
export function toolPath(tool) {
  const folder = join(root, 'node_modules', packages[tool] ?? tool)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[tool])
}

export function spawnNode(script, args, options) {
  return spawn(process.execPath, [script, ...args], { cwd: root, ...options })
}

/** 0 when the process ended well. */
export function exitCode(child) {
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}
