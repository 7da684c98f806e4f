/**
 * The order in which ReplicaSets were scaled. Where pods became ready one at a time it is compared step by step; else
 * the recorder's clock decided which of the changes at about one time were merged, and the sizes that lasted count.
 */
import { type Aspect, sameSequence } from '../fact.ts'
import { sameLasting } from '../lasting.ts'
import { isSerial } from '../recording.ts'
import { stepsByOwner } from '../steps.ts'

const steps: Aspect = (recorded, replayed, recording) => {
  const [expected, got] = [stepsByOwner(recorded.timeline), stepsByOwner(replayed.timeline)]
  return [...new Set([...expected.keys(), ...got.keys()])].flatMap((owner) => {
    const [wanted, found] = [expected.get(owner) ?? [], got.get(owner) ?? []]
    const name = `sizes of ${owner}`
    if (!isSerial(recording)) return sameLasting(name, wanted, found)
    return sameSequence(
      `${name}, step`,
      wanted.map(({ text }) => text),
      found.map(({ text }) => text),
    )
  })
}
export default steps
