import type { Kind } from '../api/kind.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import type { Engine } from '../client/engine.ts'
import type { Mishap } from '../substrate/index.ts'
import type { FaultOptions } from './fault.ts'

/** Strikes a process of the pod "namespace/name"; nothing happens where there is no such pod. */
export function strike(
  { server, substrate }: Engine,
  mishap: Mishap,
  target: string,
  because: number,
  { container, exitCode = 1 }: FaultOptions,
): void {
  const [namespace = '', name = ''] = target.split('/')
  const pod = server.slot(Pods as unknown as Kind, namespace, name)
  const named = container === undefined ? {} : { container }
  if (pod !== 0) substrate.processes.strike({ mishap, pod, exitCode, because, ...named })
}
