/** The stripe of a workload's revision, as its pods wear it. */
import { stripeOf } from '../../viz/loop/stripe.ts'
import styles from './RevisionMark.module.css'

export function RevisionMark({ revision }: { readonly revision: number }) {
  if (revision === 0) return null
  return (
    <span className={styles.mark}>
      <span className={styles.stripe} data-stripe={stripeOf(revision)} aria-hidden="true" />v{revision}
    </span>
  )
}
