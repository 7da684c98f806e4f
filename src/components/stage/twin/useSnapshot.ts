/** The world as rows to read: at once where it is looked at, every two seconds where it is only heard. */
import { startTransition, useEffect, useState } from 'react'
import { type LoopCard, type NodeCard, type PodCard, type World, world } from '../../../state/index.ts'
import { inOrder } from '../actual/crowd.ts'
import { inOrderOfInterest, isOfControlPlane } from '../control/loops.ts'
import { type Workload, workloadsOf } from '../desired/workloads.ts'

export interface Snapshot {
  readonly tick: number
  readonly workloads: readonly Workload[]
  readonly loops: readonly LoopCard[]
  readonly nodes: readonly NodeCard[]
  readonly pods: readonly PodCard[]
}

const shownPause = 200
const heardPause = 2000

export function useSnapshot(isShown: boolean): Snapshot {
  const [snapshot, setSnapshot] = useState(() => take(world.getState()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      // Hundreds of rows are drawn in slices between frames.
      startTransition(() => setSnapshot(take(world.getState())))
    }
    const stop = world.subscribe(() => {
      timer ??= setTimeout(refresh, isShown ? shownPause : heardPause)
    })
    refresh()
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [isShown])
  return snapshot
}

function take({ tick, deployments, replicaSets, loops, nodes, pods }: World): Snapshot {
  return {
    tick,
    workloads: workloadsOf(deployments, replicaSets),
    loops: inOrderOfInterest(loops.filter(isOfControlPlane)),
    nodes: inOrder(nodes.values()),
    pods: pods.all(),
  }
}
