/** Nodes and pods by a part of their names, of any number: the engine is asked, a moment after the last letter. */
import { useEffect, useState } from 'react'
import type { Found } from '../worker/protocol.ts'
import { find } from './actions.ts'

const patience = 120

/** Of an earlier text until there is an answer. An empty text finds nothing. */
export function useFound(text: string, most: number): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([])
  useEffect(() => {
    let isOver = false
    const timer = setTimeout(async () => {
      const all = text.trim() === '' ? [] : await find(text, most)
      if (!isOver) setFound(all)
    }, patience)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [text, most])
  return found
}
