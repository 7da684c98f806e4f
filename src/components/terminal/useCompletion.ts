/** Completion at the prompt: the first Tab goes as far as is certain, the next lists what there is. */
import { useCallback, useState } from 'react'
import { complete as askEngine, clearTerminal } from '../../state/index.ts'
import { completed, completedWord, withLastWord } from './completion.ts'
import { withKubectl } from './kubectlPrefix.ts'
import { shell, write } from './shell.ts'

export interface OpenList {
  readonly candidates: readonly string[]
  readonly at: number
}

export function useCompletion() {
  const [list, setList] = useState<OpenList>()
  const [isFruitless, setFruitless] = useState(false)

  const close = useCallback(() => {
    setList(undefined)
    setFruitless(false)
  }, [])

  const complete = useCallback(async () => {
    const { draft } = shell.getState()
    const candidates = await askEngine(withKubectl(draft)).catch(() => [])
    // Whoever has typed on in the meantime doesn't want it any more.
    if (shell.getState().draft !== draft) return
    const line = completed(draft, candidates)
    setFruitless(candidates.length === 0)
    if (line !== draft) write(line)
    else if (candidates.length > 1) setList({ candidates, at: 0 })
  }, [])

  const move = (by: number) =>
    setList((now) => now && { ...now, at: (now.at + by + now.candidates.length) % now.candidates.length })

  const choose = (index = list?.at) => {
    const word = index === undefined ? undefined : list?.candidates[index]
    if (word !== undefined) write(withLastWord(shell.getState().draft, completedWord(word)))
    close()
  }

  const clearScreen = () => {
    close()
    clearTerminal()
  }

  return { list, isFruitless, complete, close, move, choose: (index?: number) => choose(index), clearScreen }
}
