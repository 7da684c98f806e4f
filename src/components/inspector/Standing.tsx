import { type Inspection, useText, useWorld } from '../../state/index.ts'
import styles from './Inspector.module.css'
import { standingOf } from './standing.ts'

/** The chip below the name. */
export function Standing({ inspection: { slot, exists } }: { readonly inspection: Inspection }) {
  const say = useText()
  const card = {
    pod: useWorld(({ pods }) => pods.get(slot)),
    node: useWorld(({ nodes }) => nodes.get(slot)),
    deployment: useWorld(({ deployments }) => deployments.get(slot)),
    replicaSet: useWorld(({ replicaSets }) => replicaSets.get(slot)),
  }
  const standing = standingOf(exists, card)
  if (standing === undefined) return null
  return (
    <p className={styles.standing} data-tone={standing.tone}>
      <span aria-hidden="true">{standing.sign}</span> {say(standing.text, standing.slots)}
    </p>
  )
}
