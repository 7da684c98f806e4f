/** One Deployment's rollout after the other, told at every change until it is done. */
import { kindId } from '../../../../../api/kinds/index.ts'
import type { Deployment } from '../../../../../api/types/index.ts'
import type { Tick } from '../../../../../core/clock.ts'
import { CommandError } from '../../../errors.ts'
import type { Found } from '../../../resources/select.ts'
import { revisionOf } from '../../../rollout/history.ts'
import type { Call, Waiting } from '../../../verb.ts'
import { deadlineAfter, isPast } from '../../../waiting.ts'

export class RolloutStatus implements Waiting {
  readonly wakeAt: Tick
  readonly #call: Call
  #left: readonly Found[]
  /** Up to which revision the present Deployment's changes were told; undefined: nothing was told yet. */
  #seen: number | undefined

  constructor(call: Call, found: readonly Found[]) {
    this.#call = call
    this.#left = found
    this.wakeAt = deadlineAfter(call, call.flags.seconds('timeout'))
  }

  poll(): boolean {
    for (;;) {
      const [present] = this.#left
      if (present === undefined) return true
      if (!this.#follow(present)) break
      this.#left = this.#left.slice(1)
      this.#seen = undefined
    }
    if (isPast(this.#call, this.wakeAt)) throw new CommandError('timed out waiting for the condition')
    return false
  }

  /** Tells what changed since the last look; true: no more of this one. */
  #follow(found: Found): boolean {
    for (const deployment of this.#versions(found)) {
      if (deployment === undefined) throw new CommandError('object has been deleted')
      const { text, done } = rolloutText(deployment, this.#call.flags.number('revision'))
      this.#call.output.print(text)
      if (done || !this.#call.flags.on('watch')) return true
    }
    return false
  }

  #versions({ kind, namespace, name }: Found): readonly (Deployment | undefined)[] {
    const { registry } = this.#call.session.engine.state
    const since = this.#seen
    this.#seen = registry.head
    if (since === undefined) return [this.#call.api.get(kind, namespace, name) as Deployment | undefined]
    const versions: (Deployment | undefined)[] = []
    for (let revision = since + 1; revision <= registry.head; revision++) {
      const write = registry.writeAt(revision)
      const metadata = (write?.after ?? write?.before)?.metadata
      if (write?.shelf !== kindId(kind) || metadata?.name !== name || metadata.namespace !== namespace)
        continue
      versions.push(write.after as Deployment | undefined)
    }
    return versions
  }
}

export interface RolloutText {
  readonly text: string
  readonly done: boolean
}

/** What there is to say of a rollout (polymorphichelpers/rollout_status.go). `revision` 0: whatever it is. */
export function rolloutText(deployment: Deployment, revision: number): RolloutText {
  const { metadata, spec, status } = deployment
  const running = revisionOf(deployment)
  if (revision > 0 && revision !== running) {
    throw new CommandError(
      `desired revision (${revision}) is different from the running revision (${running})`,
    )
  }
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return { text: 'Waiting for deployment spec update to be observed...\n', done: false }
  }
  const progress = status.conditions?.find((one) => one.type === 'Progressing')
  if (progress?.reason === 'ProgressDeadlineExceeded') {
    throw new CommandError(`deployment ${JSON.stringify(metadata.name)} exceeded its progress deadline`)
  }
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0 } = status
  const waiting = (what: string): RolloutText => ({
    text: `Waiting for deployment ${JSON.stringify(metadata.name)} rollout to finish: ${what}...\n`,
    done: false,
  })
  if (updatedReplicas < spec.replicas)
    return waiting(`${updatedReplicas} out of ${spec.replicas} new replicas have been updated`)
  if (replicas > updatedReplicas)
    return waiting(`${replicas - updatedReplicas} old replicas are pending termination`)
  if (availableReplicas < updatedReplicas)
    return waiting(`${availableReplicas} of ${updatedReplicas} updated replicas are available`)
  return { text: `deployment ${JSON.stringify(metadata.name)} successfully rolled out\n`, done: true }
}
