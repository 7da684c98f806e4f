/** The engine in a Web Worker: takes a script, answers what it printed and the hash of the world it leaves. */
import { runScriptLines } from '../lab/runScript.ts'
import { Script } from '../lab/script.ts'
import { Sitting } from '../lab/sitting.ts'
import type { RunScript, ScriptResult } from './protocol.ts'

self.onmessage = ({ data }: MessageEvent<RunScript>) => self.postMessage(run(data))

function run({ script, ...options }: RunScript): ScriptResult {
  const sitting = new Sitting(options)
  const printed: string[] = []
  const host = { keepGoing: false, write: (_descriptor: 1 | 2, text: string) => printed.push(text) }
  const exit = runScriptLines(sitting, new Script(script), host)
  return { exit, output: printed.join(''), hash: sitting.hash, seconds: sitting.world.tick / 10 }
}
