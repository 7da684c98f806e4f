import { useRevealed, useSession, useText } from '../../state/index.ts'
import { icons } from './icons.tsx'
import styles from './Transport.module.css'
import { words } from './words.ts'

/** What kind of time and which of many worlds this is. */
export function Badges() {
  const say = useText()
  const branch = useSession(({ clock }) => clock.branch)
  const hasBranches = useSession(({ clock }) => clock.branches.length > 0 || clock.branch !== 'main')
  const seed = useSession(({ clock }) => clock.seed)
  const isClassroom = useSession(({ clock }) => clock.profile === 'classroom')
  const isExploring = useRevealed('explore')
  return (
    <>
      {isClassroom && (
        <p className={styles.classroom} title={say(words.classroomWhy)}>
          {say(words.classroom)}
        </p>
      )}
      {hasBranches && (
        <p className={styles.tag} title={branch}>
          {icons.branch}
          <span className="visually-hidden">{say(words.branch)}</span>
          <span className={styles.branch}>{branch}</span>
        </p>
      )}
      {isExploring && (
        <p className={styles.seed} title={say(words.seedWhy)}>
          {say(words.seed, { seed })}
        </p>
      )}
    </>
  )
}
