/** Which version answers how much: what a rolling update looks like from outside. */
import { useText } from '../../../state/index.ts'
import { stripeOf } from '../../../viz/loop/stripe.ts'
import styles from './Cards.module.css'
import type { VersionShare } from './scene.ts'
import { words } from './words.ts'

export function VersionSplit({ versions }: { readonly versions: readonly VersionShare[] }) {
  const say = useText()
  const known = versions.filter(({ revision }) => revision > 0)
  const all = known.reduce((sum, { rps }) => sum + rps, 0)
  if (all === 0) return null
  return (
    <section className={styles.versions} aria-label={say(words.versions)}>
      <div className={styles.split} aria-hidden="true">
        {known.map(({ revision, rps }) => (
          <i key={revision} data-stripe={stripeOf(revision)} style={{ flexGrow: rps }} />
        ))}
      </div>
      <ul>
        {known.map(({ revision, rps }) => (
          <li key={revision}>
            <i data-stripe={stripeOf(revision)} aria-hidden="true" />v{revision}{' '}
            {Math.round((100 * rps) / all)} %
          </li>
        ))}
      </ul>
    </section>
  )
}
