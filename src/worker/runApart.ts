/** A script that is played in a world of its own, which nobody sees. */
import { runScriptLines } from '../lab/runScript.ts'
import { Script } from '../lab/script.ts'
import { Sitting } from '../lab/sitting.ts'
import type { Answers } from './protocol.ts'

export function runApart(script: string, seed: number | undefined): Answers['script'] {
  const sitting = new Sitting(seed === undefined ? {} : { seed })
  let output = ''
  const exit = runScriptLines(sitting, new Script(script), {
    keepGoing: false,
    write: (_descriptor, text) => {
      output += text
    },
  })
  return { exit, output, hash: sitting.hash, seconds: sitting.world.tick / 10 }
}
