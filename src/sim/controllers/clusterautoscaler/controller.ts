/**
 * Makes pools as large as the pods need them, and no larger. Models cluster-autoscaler/core of kubernetes/autoscaler, 1.36;
 * where it deviates is listed in fidelity.ts. Switched off it does nothing at all; switched on it is one timer.
 */
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import type { Controller } from '../../client/controller.ts'
import { ticksOf } from '../../core/clock.ts'
import { changed } from '../../core/ledger.ts'
import { look } from './look.ts'
import { type Memory, newMemory } from './memory.ts'
import { goOn } from './removal.ts'

export const lookKey = 'look'

/** --scan-interval */
const scanInterval = ticksOf(10)

export const clusterAutoscaler: Controller<Memory> = {
  name: 'cluster-autoscaler',
  // It looks at everything anew each time. Only when its process begins does it have to be woken.
  watches: [{ resource: Namespaces, parts: changed.existence, enqueue: () => [lookKey] }],
  memory: newMemory,

  reconcile(context, key) {
    const { engine, memory, tick, enqueueAfter } = context
    const { cloud, trial } = engine
    const options = cloud?.autoscaler
    if (cloud === undefined || trial === undefined) return
    if (options === undefined) {
      Object.assign(memory, newMemory())
      return
    }
    if (key !== lookKey) return goOn(context, key.slice(key.indexOf('/') + 1), cloud, options)
    if (tick < memory.nextLook) return
    const isFirst = memory.nextLook === 0
    memory.nextLook = tick + scanInterval
    enqueueAfter(lookKey, scanInterval)
    look(context, cloud, options, trial, isFirst)
  },
}
