import { durationText } from '../../i18n/index.ts'
import { type GuideState, guide, type Step, useLanguage, useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { Lines } from './Lines.tsx'
import styles from './RunPart.module.css'
import { comesNext } from './useKeptFocus.ts'
import { words } from './words.ts'

/** The lines that Run will send, and the button; once pressed, how far it is to the answer. */
export function RunPart({ step, state }: { readonly step: Step; readonly state: GuideState }) {
  const say = useText()
  if (state.phase === 'running') return <Running state={state} />
  return (
    <div className={styles.run}>
      <Button {...comesNext} look="primary" onPress={() => guide({ do: 'run' })}>
        <PlayGlyph />
        {say(step.replay === undefined ? words.run : words.replay)}
      </Button>
      {state.lines.length > 0 && <Lines lines={state.lines} label={say(words.willSend)} />}
    </div>
  )
}

function Running({ state }: { readonly state: GuideState }) {
  const say = useText()
  const { from, until } = state.run ?? { from: 0, until: 0 }
  const passed = useSession(({ clock }) => Math.min(Math.max(0, clock.tick - from), until - from))
  const time = durationText(until - from - passed, useLanguage())
  return (
    <div className={styles.running} tabIndex={-1} {...comesNext}>
      <p className={styles.runningText}>
        <span>{say(words.running)}</span>
        {until > from && <span className={styles.left}>{say(words.verdictIn, { time })}</span>}
      </p>
      {until > from && (
        <div
          className={styles.bar}
          role="progressbar"
          aria-label={say(words.running)}
          aria-valuemin={0}
          aria-valuemax={until - from}
          aria-valuenow={passed}
          aria-valuetext={say(words.verdictIn, { time })}
        >
          <div className={styles.fill} style={{ scale: `${passed / (until - from)} 1` }} />
        </div>
      )}
      {state.lines.length > 0 && <Lines lines={state.lines} label={say(words.sent)} />}
    </div>
  )
}

function PlayGlyph() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="currentColor" aria-hidden="true">
      <path d="M3 1.6v10.8L12 7z" />
    </svg>
  )
}
