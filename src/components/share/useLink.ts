import { useEffect, useState } from 'react'
import { hashOf, makeLink } from '../../state/index.ts'

export type LinkState =
  | { readonly is: 'making' }
  | { readonly is: 'made'; readonly url: string }
  | { readonly is: 'too-long'; readonly length: number }
  | { readonly is: 'impossible' }

/** The address of the world as it stands now. */
export function useLink(): LinkState {
  const [state, setState] = useState<LinkState>({ is: 'making' })
  useEffect(() => {
    let isWanted = true
    const tell = (next: LinkState) => isWanted && setState(next)
    makeLink().then(
      ({ code, length }) =>
        tell(code === undefined ? { is: 'too-long', length } : { is: 'made', url: urlOf(code) }),
      () => tell({ is: 'impossible' }),
    )
    return () => {
      isWanted = false
    }
  }, [])
  return state
}

function urlOf(code: string): string {
  return new URL(hashOf({ page: 'shared', code }), location.href).href
}
