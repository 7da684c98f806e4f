/** The load on a Service, by hand. Each change is a `sim traffic` line, which is shown as it will be sent. */
import { Fragment, useState } from 'react'
import { type LoadCard, run, useText } from '../../../../state/index.ts'
import { Button } from '../../../controls/Button.tsx'
import { useObstacle } from '../../hands/doing.ts'
import { countText } from '../figures.ts'
import { AmountSlider } from './AmountSlider.tsx'
import { KindPicker } from './KindPicker.tsx'
import styles from './LoadControl.module.css'
import {
  amountOf,
  firstSetting,
  kindOf,
  loadLine,
  stopLine,
  withAmount,
  withKind,
  withSpike,
} from './loadLine.ts'
import { MoreOptions } from './MoreOptions.tsx'
import { useDraft } from './useDraft.ts'
import { kindTold, words } from './words.ts'

interface Props {
  /** "svc/web", as a line takes it. */
  readonly target: string
  readonly name: string
  readonly load: LoadCard | undefined
}

export function LoadControl({ target, name, load }: Props) {
  const say = useText()
  const obstacle = useObstacle()
  const draft = useDraft(target, load?.setting ?? firstSetting)
  const [hasMore, setMore] = useState(false)
  const { setting } = draft
  const kind = kindOf(setting)
  const isSending = load !== undefined && !load.stopped
  const isDisabled = obstacle !== undefined
  return (
    <section className={styles.control} aria-label={say(words.control, { name })}>
      <AmountSlider
        amount={amountOf(setting)}
        isUsers={kind === 'users'}
        isDisabled={isDisabled}
        onChange={(amount) => draft.change(withAmount(setting, amount))}
        onSettle={draft.settle}
      />
      <KindPicker
        chosen={kind}
        isDisabled={isDisabled}
        onChoose={(chosen) => draft.change(withKind(setting, chosen))}
      />
      <p className={styles.told}>
        {say(kindTold[kind], {
          over: setting.shape?.over ?? 0,
          peak: countText(setting.shape?.peak ?? 0),
        })}
      </p>
      <div className={styles.buttons}>
        {isSending ? (
          <>
            <Button isDisabled={isDisabled} onPress={() => draft.set(withSpike(setting))}>
              {say(words.spike)}
            </Button>
            <Button isDisabled={isDisabled} onPress={() => void run(stopLine(target))}>
              {say(words.stop)}
            </Button>
          </>
        ) : (
          <Button look="primary" isDisabled={isDisabled} onPress={() => draft.set(setting)}>
            {say(words.start)}
          </Button>
        )}
        <button
          type="button"
          className={styles.more}
          aria-expanded={hasMore}
          onClick={() => setMore(!hasMore)}
        >
          {say(words.more)}
        </button>
      </div>
      {hasMore && <MoreOptions draft={draft} isDisabled={isDisabled} />}
      {obstacle === undefined ? (
        <Line line={loadLine(target, setting)} />
      ) : (
        <p className={styles.told}>{say(obstacle)}</p>
      )}
    </section>
  )
}

/** Broken between its words only: an option is one. */
function Line({ line }: { readonly line: string }) {
  return (
    <code className={styles.line}>
      {line.split(' ').map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a line are its order
        <Fragment key={index}>
          {index > 0 && ' '}
          <span>{word}</span>
        </Fragment>
      ))}
    </code>
  )
}
