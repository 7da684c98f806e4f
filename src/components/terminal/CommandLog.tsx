/** Every line that ran, whoever sent it: clicking teaches kubectl, and what was done can be done again. */
import { memo, useLayoutEffect, useRef } from 'react'
import { type LoggedLine, makeSave, run, session, useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { copyText } from '../controls/copyText.ts'
import { ScrollBox } from '../controls/ScrollBox.tsx'
import styles from './CommandLog.module.css'
import { scriptOf } from './script.ts'
import { words } from './words.ts'

export function CommandLog() {
  const say = useText()
  const log = useSession((state) => state.log)
  const end = useRef<HTMLLIElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what moves the view.
  useLayoutEffect(() => {
    end.current?.scrollIntoView?.({ block: 'nearest' })
  }, [log])
  return (
    <section className={styles.log} aria-label={say(words.log)}>
      <header className={styles.head}>
        <span>{say(words.lines, { count: log.length })}</span>
        <Button look="bare" onPress={() => copyText(scriptOfThisWorld())}>
          {say(words.copyScript)}
        </Button>
      </header>
      {log.length === 0 ? (
        <p className={styles.nothing}>{say(words.noLines)}</p>
      ) : (
        <ScrollBox className={styles.lines} aria-label={say(words.log)}>
          <ol>
            {log.map((line) => (
              <Line key={line.number} logged={line} />
            ))}
            <li ref={end} aria-hidden="true" />
          </ol>
        </ScrollBox>
      )}
    </section>
  )
}

export async function scriptOfThisWorld(): Promise<string> {
  const { opened } = session.getState()
  return scriptOf(await makeSave(), opened.scenario?.setup)
}

/** What a shell says of a command that Ctrl-C ended. */
const interrupted = 130

const Line = memo(function Line({ logged }: { readonly logged: LoggedLine }) {
  const say = useText()
  const { line, stdin, by, exit, error } = logged
  const outcome = () => {
    if (exit === 0) return `✓ ${say(words.succeeded)}`
    return exit === interrupted ? `– ${say(words.interrupted)}` : `✗ ${say(words.failed, { exit })}`
  }
  return (
    <li className={exit === 0 || exit === interrupted ? styles.line : styles.failed}>
      <span className={by === 'you' ? styles.you : styles.guide}>{say(words[by])}</span>
      <code className={styles.text}>{line}</code>
      {stdin !== undefined && (
        <span className={styles.document}>
          {say(words.withDocument, { count: stdin.trimEnd().split('\n').length })}
        </span>
      )}
      <span className={styles.exit}>{outcome()}</span>
      <Button look="bare" aria-label={say(words.again, { line })} onPress={() => run(line, stdin)}>
        ↻
      </Button>
      {error !== '' && <pre className={styles.error}>{error.trimEnd()}</pre>}
    </li>
  )
})
