import { useRevealed, useSession, useText } from '../../state/index.ts'
import { Guide } from '../guide/index.ts'
import { Inspector } from '../inspector/index.ts'
import { GapLedger } from '../ledger/index.ts'
import { Stage } from '../stage/index.ts'
import { Timeline } from '../timeline/index.ts'
import { Transport } from '../transport/index.ts'
import { BottomTabs } from './BottomTabs.tsx'
import styles from './Workbench.module.css'
import { words } from './words.ts'

/** Regions that a scenario has not revealed are absent; those that are there share the room. */
export function WideLayout() {
  const say = useText()
  const hasGuide = useSession(({ guide }) => guide !== undefined)
  const hasInspector = useInspectorShown()
  const hasLedger = useRevealed('ledger')
  const hasTimeline = useRevealed('timeline')
  const hasScrubber = useRevealed('scrubber')
  const hasTerminal = useRevealed('terminal')
  return (
    <main className={styles.wide}>
      {hasGuide && (
        <section className={styles.guide} aria-label={say(words.guide)}>
          <Guide />
        </section>
      )}
      <div className={styles.middle}>
        <Stage />
      </div>
      {hasInspector && (
        <section className={styles.inspector} aria-label={say(words.inspector)}>
          <Inspector />
        </section>
      )}
      <div className={styles.below}>
        {(hasLedger || hasTimeline || hasScrubber) && (
          <div className={styles.gapAndTime}>
            {hasLedger && <GapLedger />}
            {(hasTimeline || hasScrubber) && <Timeline />}
          </div>
        )}
        <Transport />
        {hasTerminal && <BottomTabs />}
      </div>
    </main>
  )
}

/** The inspector has its place in a sandbox; a scenario opens it for what is selected. */
export function useInspectorShown(): boolean {
  const isRevealed = useRevealed('inspector')
  const hasCauses = useRevealed('causes')
  const isSelected = useSession(({ selected }) => selected !== 0)
  return isSelected && (isRevealed || hasCauses)
}
