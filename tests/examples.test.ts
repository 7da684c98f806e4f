/** Every script in examples/ ends well, and ends the same way twice. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runScriptLines } from '../src/lab/runScript.ts'
import { Script } from '../src/lab/script.ts'
import { Sitting } from '../src/lab/sitting.ts'

const scripts = import.meta.glob<string>('../examples/*.lab', {
  eager: true,
  query: '?raw',
  import: 'default',
})

describe.each(Object.entries(scripts))('%s', (_, text) => {
  const first = play(text)

  it('says nothing on standard error and ends with 0', () => {
    expect([first.errors, first.exit]).toEqual(['', 0])
  })

  it('gives the same bytes and the same world again', () => {
    expect(play(text)).toEqual(first)
  })
})

it('the README shows the script that it tells to run', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(scripts['../examples/first-light.lab'])
})

function play(text: string) {
  const said = { 1: '', 2: '' }
  const sitting = new Sitting()
  const exit = runScriptLines(sitting, new Script(text), {
    keepGoing: false,
    write: (stream, part) => {
      said[stream] += part
    },
  })
  return { exit, output: said[1], errors: said[2], hash: sitting.hash }
}
