import { useMemo } from 'react'
import { session, useSession } from '../../../state/index.ts'
import { type Scene, sceneOf } from './scene.ts'
import { useCalmWorld } from './useCalmWorld.ts'

export function useScene(): Scene {
  const world = useCalmWorld()
  const watched = useSession((state) => state.watched)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the session only the watched Service matters here
  return useMemo(() => sceneOf(world, session.getState()), [world, watched])
}
