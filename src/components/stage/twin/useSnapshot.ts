/** The world as rows to read: at once where it is looked at, every two seconds where it is only heard. */
import { startTransition, useEffect, useState } from 'react'
import { type LoopCard, type NodeCard, type PodCard, type World, world } from '../../../state/index.ts'
import { isCrowd } from '../../../viz/loop/density.ts'
import { inOrder } from '../actual/crowd.ts'
import { inOrderOfInterest, isOfControlPlane, kubeletQueue } from '../control/loops.ts'
import { type Workload, workloadsOf } from '../desired/workloads.ts'

export interface Snapshot {
  readonly tick: number
  /** Where they are only heard, of many the first few; and how many there are. */
  readonly workloads: readonly Workload[]
  readonly workloadCount: number
  readonly loops: readonly LoopCard[]
  /** What else waits: as in `World`, and what kubelets have not come to yet. */
  readonly overdue: number
  readonly left: number
  readonly kubelets: number
  readonly nodes: readonly NodeCard[]
  /** Of a crowd the first few; and how many there are. */
  readonly pods: readonly PodCard[]
  readonly podCount: number
  readonly nodeCount: number
}

/** Of a crowd; it is read in a table that takes any number. */
const mostHeard = 12

const shownPause = 200
const heardPause = 2000

export function useSnapshot(isShown: boolean): Snapshot {
  const [snapshot, setSnapshot] = useState(() => take(world.getState(), isShown))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      // Hundreds of rows are drawn in slices between frames.
      startTransition(() => setSnapshot(take(world.getState(), isShown)))
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

function take(now: World, isShown: boolean): Snapshot {
  const { tick, deployments, replicaSets, loops, overdue, left, nodes, pods } = now
  const workloads = workloadsOf(deployments, replicaSets)
  const isMany = isCrowd(nodes.size, pods.size)
  return {
    tick,
    workloads: isShown ? workloads : workloads.slice(0, mostHeard),
    workloadCount: workloads.length,
    loops: inOrderOfInterest(loops.filter(isOfControlPlane)),
    overdue,
    left,
    kubelets: kubeletQueue(now),
    nodes: inOrder(nodes.values()).slice(0, isMany ? mostHeard : nodes.size),
    pods: pods.first(isMany ? mostHeard : pods.size),
    podCount: pods.size,
    nodeCount: nodes.size,
  }
}
