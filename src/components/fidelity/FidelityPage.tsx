/** How true the simulator is to Kubernetes: what it is checked against, where it differs, and what it lacks. */
import { fidelity } from '../../fidelity/index.ts'
import { useText } from '../../state/index.ts'
import { TopBar } from '../topbar/index.ts'
import { AreaSection } from './AreaSection.tsx'
import { Checks } from './Checks.tsx'
import styles from './FidelityPage.module.css'
import { Missing } from './Missing.tsx'
import { words } from './words.ts'

export function FidelityPage() {
  const say = useText()
  return (
    <div className={styles.page}>
      <TopBar title={say(words.short)} />
      <main className={styles.main}>
        <header className={styles.head}>
          <h1>{say(words.title)}</h1>
          <p>{say(words.lead)}</p>
        </header>
        <Checks />
        {fidelity.map((area) => (
          <AreaSection key={area.id} area={area} />
        ))}
        <Missing />
      </main>
    </div>
  )
}
