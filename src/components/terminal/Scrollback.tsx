/** What was typed and what came of it, newest at the bottom, in kubectl's own columns. */
import { memo, useLayoutEffect, useRef } from 'react'
import { type TerminalPiece, useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { ScrollBox } from '../controls/ScrollBox.tsx'
import { write } from './shell.ts'
import styles from './Terminal.module.css'
import { words } from './words.ts'

const mostShown = 100_000
/** How near the bottom the reader has to be for new output to keep the view there. */
const nearBottom = 24

export function Scrollback() {
  const say = useText()
  const pieces = useSession(({ terminal }) => terminal)
  const box = useRef<HTMLElement>(null)
  const follows = useRef(true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: new pieces are what moves the view.
  useLayoutEffect(() => {
    const { current } = box
    if (current !== null && follows.current) current.scrollTop = current.scrollHeight
  }, [pieces])

  return (
    <ScrollBox
      ref={box}
      className={styles.scrollback}
      role="log"
      aria-label={say(words.printed)}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < nearBottom
      }}
    >
      {pieces.length === 0 ? (
        <Beginning />
      ) : (
        pieces.map((piece) => <Piece key={piece.number} piece={piece} />)
      )}
    </ScrollBox>
  )
}

const examples = [
  'kubectl get pods -o wide',
  'kubectl get deployments',
  'kubectl describe nodes',
  'sim --help',
]

function Beginning() {
  const say = useText()
  return (
    <div className={styles.beginning}>
      <p>{say(words.empty)}</p>
      <ul>
        {examples.map((line) => (
          <li key={line}>
            <Button look="bare" onPress={() => write(line)}>
              <code>{line}</code>
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.keys}>{say(words.keys)}</p>
    </div>
  )
}

const Piece = memo(function Piece({ piece }: { readonly piece: TerminalPiece }) {
  const { kind, text, omitted = 0 } = piece
  const say = useText()
  if (kind === 'command') return <Typed text={text} />
  const more = Math.max(0, text.length - mostShown) + omitted
  return (
    <pre className={styles[kind]}>
      {kind === 'error' && <span className="visually-hidden">{say(words.error)} </span>}
      {text.slice(0, mostShown)}
      {more > 0 && <em>{say(words.cut, { count: more.toLocaleString('en') })}</em>}
    </pre>
  )
})

/** A typed line behind its prompt, the lines of its document behind theirs. */
function Typed({ text }: { readonly text: string }) {
  return (
    <pre className={styles.typed}>
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never move.
        <span key={index}>
          <span className={styles.sign} aria-hidden="true">
            {index === 0 ? '$ ' : '> '}
          </span>
          {line}
          {'\n'}
        </span>
      ))}
    </pre>
  )
}
