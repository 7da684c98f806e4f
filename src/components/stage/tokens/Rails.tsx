/** The rails, and the tokens that run on them. A picture only: what happens is told elsewhere in words. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useAttention, useWorld } from '../../../state/index.ts'
import { loopRail, nodeRail, railPath, wishRail } from '../../../viz/loop/rails.ts'
import type { StageMode } from '../../../viz/loop/stageMode.ts'
import { useSurface } from '../paint/useSurface.ts'
import { useMoving } from '../useMoving.ts'
import { useRoom } from '../useRoom.ts'
import { boxOf, placesOn } from './places.ts'
import styles from './Rails.module.css'
import { runTokens } from './runTokens.ts'

interface Props {
  readonly stage: RefObject<HTMLElement | null>
  readonly mode: StageMode
}

export function Rails({ stage, mode }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const path = useRailPath(stage, mode)
  const moving = useMoving()
  useAttention('writes', moving)
  const { width, height, unit } = useRoom(layer)
  const surface = useSurface(layer, 'tokens', { width: width * unit, height: height * unit, unit })
  useEffect(() => {
    if (!moving || stage.current === null || surface === undefined) return
    return runTokens(stage.current, surface, mode)
  }, [stage, mode, moving, surface])
  return (
    <>
      <svg className={styles.rails} aria-hidden="true">
        <path d={path} />
      </svg>
      <div ref={layer} className={styles.tokens} aria-hidden="true" />
    </>
  )
}

/** Measured again whenever something may stand elsewhere: other things, another size, scrolled. */
function useRailPath(stage: RefObject<HTMLElement | null>, mode: StageMode): string {
  const [path, setPath] = useState('')
  const nodes = useWorld((world) => world.nodes.size)
  const workloads = useWorld((world) => world.deployments.size + world.replicaSets.size)
  const loops = useWorld((world) => world.loops.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these numbers stand for what is to be measured
  useLayoutEffect(() => {
    const { current } = stage
    if (current === null) return
    let request = 0
    const measure = () => setPath(railsOn(current, mode))
    const soon = () => {
      cancelAnimationFrame(request)
      request = requestAnimationFrame(measure)
    }
    measure()
    const observer = new ResizeObserver(soon)
    for (const part of [current, ...current.querySelectorAll('[data-place]')]) observer.observe(part)
    current.addEventListener('scroll', soon, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(request)
      observer.disconnect()
      current.removeEventListener('scroll', soon, { capture: true })
    }
  }, [stage, mode, nodes, workloads, loops])
  return path
}

function railsOn(stage: HTMLElement, mode: StageMode): string {
  const origin = stage.getBoundingClientRect()
  const api = placesOn(stage).api()
  if (api === undefined) return ''
  const all = (selector: string) =>
    Array.from(stage.querySelectorAll(selector), (element) => boxOf(element, origin))
  const nodes = mode === 'wide' ? all('[data-place^="node/"]') : []
  const firstColumn = Math.min(...nodes.map(({ x }) => x))
  return [
    ...all('[data-place="workload"]').map((workload) => wishRail(workload, api)),
    ...(mode === 'phone' ? [] : all('[data-size="large"] > [data-place^="loop/"]')).map((ring) =>
      loopRail(api, ring, mode),
    ),
    // A rail that would run behind other cards is not drawn; its tokens still find the way.
    ...nodes.filter(({ x }) => x < firstColumn + 1).map((node) => nodeRail(api, node)),
  ]
    .map(railPath)
    .join('')
}
