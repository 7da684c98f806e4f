/** What is missing, whose work it is and what that waits for: the open gaps in plain words. */
import { useAttention, useCalmWorld, useRevealed, useText, type World } from '../../state/index.ts'
import styles from './GapLedger.module.css'
import { GroupRow } from './GroupRow.tsx'
import { useRowsAsSeen } from './useRowsAsSeen.ts'
import { words } from './words.ts'

/** What is out of sight is counted until somebody scrolls to it. */
const firstRows = 8

export function GapLedger() {
  return useRevealed('ledger') ? <Ledger /> : null
}

function Ledger() {
  const say = useText()
  useAttention('gaps')
  const { gaps: groups, gapCount: count } = useCalmWorld(isSameLedger)
  const { most, sentinel } = useRowsAsSeen<HTMLLIElement>(firstRows, groups.length)
  const listed = groups.slice(0, most)
  const unlisted = count - listed.reduce((sum, group) => sum + group.count, 0)
  return (
    <section className={styles.ledger} aria-label={say(words.ledger)}>
      <header className={styles.head}>
        <h2 className={styles.title}>{say(words.title)}</h2>
        {count > 0 && (
          <p className={styles.count}>
            <span className={styles.number}>{say(words.open, { n: count })}</span>
          </p>
        )}
      </header>
      {count === 0 ? (
        <p className={styles.converged}>
          <ConvergedGlyph />
          {say(words.converged)}
        </p>
      ) : (
        <div className={styles.list}>
          <ul className={styles.rows}>
            {listed.map((group) => (
              <GroupRow key={group.key} group={group} />
            ))}
            {unlisted > 0 && (
              <li ref={sentinel} className={styles.more}>
                {say(words.more, { n: unlisted })}
              </li>
            )}
          </ul>
        </div>
      )}
    </section>
  )
}

function isSameLedger(a: World, b: World): boolean {
  return a.gaps === b.gaps && a.gapCount === b.gapCount
}

function ConvergedGlyph() {
  return (
    <svg className={styles.glyph} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.800 8.200 7 10.400 11.200 5.800" fill="none" stroke="var(--surface)" strokeWidth="1.800" />
    </svg>
  )
}
