/** Of each disruption budget, what it said of its pods for more than a moment. */
import type { Aspect } from '../fact.ts'
import { type Moment, sameLasting } from '../lasting.ts'
import type { Sighting } from '../recording.ts'
import { byObject } from '../sightings.ts'

const kind = 'PodDisruptionBudget'

const budgets: Aspect = (recorded, replayed) => {
  const [expected, got] = [byObject(recorded.timeline, kind), byObject(replayed.timeline, kind)]
  return [...new Set([...expected.keys(), ...got.keys()])].flatMap((name) =>
    sameLasting(`${kind}/${name}`, historyOf(expected.get(name)), historyOf(got.get(name))),
  )
}
export default budgets

function historyOf(changes: readonly Sighting[] = []): readonly Moment[] {
  const moments = changes.map(({ t, type, fields }) => ({
    t,
    text: type === 'DELETED' ? 'gone' : textOf(fields),
  }))
  return moments.filter(({ text }, i) => text !== moments[i - 1]?.text)
}

/** "1 may go: 4 of 5 healthy, 3 wanted (True SufficientPods)" */
function textOf({ status }: Sighting['fields']): string {
  const { disruptionsAllowed, currentHealthy, desiredHealthy, expectedPods, conditions = [] } = status
  const [condition] = conditions
  const why = condition === undefined ? 'not looked at yet' : `${condition.status} ${condition.reason}`
  return `${disruptionsAllowed} may go: ${currentHealthy} of ${expectedPods} healthy, ${desiredHealthy} wanted (${why})`
}
