/** The engine in a Web Worker: takes a script, answers what it printed and the hash of the world it leaves. */
import { runScriptLines } from '../lab/runScript.ts'
import { Script } from '../lab/script.ts'
import { Sitting } from '../lab/sitting.ts'
import { worldHash } from '../sim/world/hash.ts'
import type { RunScript, ScriptResult } from './protocol.ts'

self.onmessage = ({ data }: MessageEvent<RunScript>) => self.postMessage(run(data))

function run({ script, seed }: RunScript): ScriptResult {
  const sitting = new Sitting({ seed })
  let output = ''
  const host = { keepGoing: false, write: (_descriptor: 1 | 2, text: string) => void (output += text) }
  const exit = runScriptLines(sitting, new Script(script), host)
  return { exit, output, hash: worldHash(sitting.world), seconds: sitting.world.tick / 10 }
}
