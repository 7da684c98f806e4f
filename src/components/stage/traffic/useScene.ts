import { useMemo } from 'react'
import { session, useAttention, useCalmWorld, useSession, type World } from '../../../state/index.ts'
import { type Scene, sceneOf } from './scene.ts'

/** The scene at a pace at which numbers can be read. */
export function useScene(): Scene {
  useAttention('endpoints')
  const world = useCalmWorld(isSameScene)
  const watched = useSession((state) => state.watched)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the session only the watched Service matters here
  return useMemo(() => sceneOf(world, session.getState()), [world, watched])
}

function isSameScene(a: World, b: World): boolean {
  return (
    a.loads === b.loads && a.podsVersion === b.podsVersion && a.nodes === b.nodes && a.services === b.services
  )
}
