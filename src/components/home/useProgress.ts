import { useStore } from 'zustand'
import { progress } from '../../state/index.ts'

/** What this browser remembers: the scenario that was open last, and those that were finished. */
export function useProgress(): { readonly last?: string; readonly finished: ReadonlySet<string> } {
  const { last, finished } = useStore(progress)
  return last === undefined || last === 'sandbox' ? { finished } : { last: last.scenario, finished }
}
