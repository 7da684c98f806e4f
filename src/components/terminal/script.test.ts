import { describe, expect, it } from 'vitest'
import { runScriptLines } from '../../lab/runScript.ts'
import { Script } from '../../lab/script.ts'
import { Sitting } from '../../lab/sitting.ts'
import type { Save } from '../../state/index.ts'
import { scriptOf } from './script.ts'

const save = (sitting: Sitting): Save => ({
  v: 1,
  engine: '0',
  cluster: sitting.origin.line,
  seed: sitting.origin.seed,
  log: sitting.log,
  at: sitting.world.tick,
})

function runAll(script: string): Sitting {
  const sitting = new Sitting()
  const failures: string[] = []
  const write = (descriptor: 1 | 2, text: string) => {
    if (descriptor === 2 && text !== '') failures.push(text)
  }
  expect([runScriptLines(sitting, new Script(script), { keepGoing: false, write }), failures]).toEqual([
    0,
    [],
  ])
  return sitting
}

describe('what was done, as a script', () => {
  it('leads to the same world, documents and pauses included', () => {
    const done = new Sitting({ seed: 42 })
    done.execute('sim cluster --nodes 2')
    done.execute('kubectl create deployment web --image=nginx:1.27 --replicas=2')
    done.advanceTo(57)
    done.execute(
      'kubectl apply -f -',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  text: |\n    EOF\n    x\n',
    )
    done.advanceTo(123)
    done.execute('kubectl delete deployment/web --cascade=foreground')
    done.advanceTo(131)
    done.execute('kubectl create deployment web2 --image=nginx:1.27')
    done.execute('kubectl scale deployment/web2 --replicas=4')

    done.advanceTo(200)

    const again = runAll(scriptOf(save(done)))
    expect(again.world.tick).toBe(200)
    expect(again.hash).toBe(done.hash)
  })

  it('keeps the seed that a cluster line names', () => {
    expect(scriptOf({ v: 1, engine: '0', cluster: 'sim cluster --seed 7', seed: 7, log: [], at: 0 })).toBe(
      'sim cluster --seed 7\n',
    )
  })
})
