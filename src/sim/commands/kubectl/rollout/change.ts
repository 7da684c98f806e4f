/** `rollout pause`, `resume` and `restart`: one change to each Deployment. */
import type { Draft } from '../../../api/kind.ts'
import { resourceName } from '../../../api/kind.ts'
import { CommandError } from '../errors.ts'
import { dryRunFlag, fieldManagerFlag, fileFlags, printFlags, selectorFlag } from '../flags/groups.ts'
import { changeEach } from '../mutate.ts'
import { requestOf } from '../resources/select.ts'
import type { Call, Verb } from '../verb.ts'

export interface RolloutChange {
  /** "pause" */
  readonly name: string
  readonly summary: string
  /** "pausing": of kinds that can't. */
  readonly doing: string
  readonly done: string
  /** Why it can't be done to this Deployment: follows its name. */
  refusal(deployment: Draft): string | undefined
  change(deployment: Draft, call: Call): Draft
}

export function rolloutVerb({ name, summary, doing, done, refusal, change }: RolloutChange): Verb {
  return {
    summary,
    usage: `rollout ${name} RESOURCE [options]`,
    flags: [...printFlags, ...fileFlags, dryRunFlag, fieldManagerFlag('kubectl-rollout'), selectorFlag],
    run(call) {
      const nothing = () => new CommandError('required resource not specified')
      return changeEach(call, requestOf(call, { typeMeansAll: true, nothing }), {
        edit(draft, { kind }) {
          const why = kind.kind === 'Deployment' ? refusal(draft) : `${doing} is not supported`
          if (why === undefined) return change(draft, call)
          throw new CommandError(`${resourceName(kind)} ${JSON.stringify(draft.metadata.name)} ${why}`)
        },
        done: () => done,
      })
    },
  }
}
