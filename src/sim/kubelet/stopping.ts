/** How a container is told to stop (pkg/kubelet/kuberuntime/kuberuntime_container.go, killContainer, v1.36). */
import type { Container, Handler } from '../api/types/index.ts'
import { type Tick, ticksOf } from '../core/clock.ts'
import type { ImageBehaviour } from '../substrate/index.ts'
import type { Exit } from './run.ts'

/** What is left after a preStop hook that used up the grace period. */
const leastGrace = ticksOf(2)

export const killedCode = 137

/** preStop counts against the grace period; then SIGTERM; then, when the rest of it is over, SIGKILL. */
export function plannedStop(
  container: Container,
  image: ImageBehaviour,
  hangs: boolean,
  grace: Tick,
  now: Tick,
): Exit {
  const hook = Math.min(hookTime(container.lifecycle?.preStop), grace)
  const rest = grace === 0 ? 0 : Math.max(leastGrace, grace - hook)
  const asked = now + hook
  if (hangs || image.stop > rest) return killed(asked + rest, asked)
  return Object.freeze({ at: asked + image.stop, code: 0, reason: 'Completed', asked })
}

/** The grace period was cut short: a process that would take longer is killed. */
export function hurried(exit: Exit, deadline: Tick): Exit {
  return exit.at <= deadline ? exit : killed(deadline, Math.min(exit.asked ?? deadline, deadline))
}

export function killed(at: Tick, asked = at): Exit {
  return Object.freeze({ at, code: killedCode, reason: 'Error', asked })
}

/** `sleep` hooks take what they say, commands that sleep likewise; all other hooks are over at once. */
function hookTime(hook: Handler | undefined): Tick {
  if (hook === undefined) return 0
  if (hook.sleep !== undefined) return ticksOf(hook.sleep.seconds)
  const slept = /(?:^|[\s;&])sleep\s+(\d+(?:\.\d+)?)s?(?=$|[\s;&])/.exec((hook.exec?.command ?? []).join(' '))
  return slept === null ? 0 : ticksOf(Number(slept[1]))
}
