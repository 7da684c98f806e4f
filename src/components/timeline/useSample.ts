import { useMemo } from 'react'
import { useSession } from '../../state/index.ts'
import { firstAfter, sampleBefore } from '../../viz/timeline/recorded.ts'
import { useSamples } from './useSamples.ts'

export interface Sample {
  readonly desired: number
  readonly actual: number
}

/** What is desired and actual where the playhead stands; the same object until that changes. */
export function useSample(): Sample | undefined {
  const samples = useSamples()
  const at = useSession(({ clock }) => firstAfter(samples, clock.tick))
  return useMemo(() => sampleBefore(samples, at), [samples, at])
}
