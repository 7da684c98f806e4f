/**
 * The order in which ReplicaSets were scaled. Where pods became ready one at a time it is compared step by step; else
 * the recorder's clock decided which of the changes at about one time were merged, and only the sizes between which
 * nothing moved are compared.
 */
import { type Aspect, sameSequence } from '../fact.ts'
import { isSerial } from '../recording.ts'
import { restingSteps, type Step, stepsByOwner } from '../steps.ts'

/** Changes closer together than this may come in one step or in several. */
const together = 0.5

const steps: Aspect = (recorded, replayed, recording) => {
  const settle = (all: readonly Step[]) => (isSerial(recording) ? all : restingSteps(all, together))
  const expected = stepsByOwner(recorded.timeline)
  const got = stepsByOwner(replayed.timeline)
  return [...new Set([...expected.keys(), ...got.keys()])].flatMap((owner) =>
    sameSequence(
      `sizes of ${owner}, step`,
      settle(expected.get(owner) ?? []).map(({ sizes }) => sizes),
      settle(got.get(owner) ?? []).map(({ sizes }) => sizes),
    ),
  )
}
export default steps
