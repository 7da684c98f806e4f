import { useSyncExternalStore } from 'react'

const query = '(width < 60rem)'

/** Whether the window is too narrow for columns beside the stage: a phone, or a small tablet. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(query).matches)
}

function listen(notice: () => void): () => void {
  const list = matchMedia(query)
  list.addEventListener('change', notice)
  return () => list.removeEventListener('change', notice)
}
