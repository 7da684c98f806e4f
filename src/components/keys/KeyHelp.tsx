/** All keys, by what they are for: made from the same actions that the keys run. */
import { changeSettings, useSettings, useText } from '../../state/index.ts'
import { DialogFrame } from '../controls/DialogFrame.tsx'
import { Toggle } from '../controls/Toggle.tsx'
import {
  type Action,
  actions,
  closeDialog,
  groupNames,
  groups,
  isRevealed,
  keyName,
} from '../palette/index.ts'
import styles from './KeyHelp.module.css'
import { otherKeys, words } from './words.ts'

export default function KeyHelp() {
  const say = useText()
  return (
    <DialogFrame title={say(words.keys)} onClose={closeDialog}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <KeyGroup
            key={group}
            title={say(groupNames[group])}
            actions={actions.filter((action) => action.group === group && isRevealed(action))}
          />
        ))}
        <OtherKeys />
      </div>
      <LetterSwitch />
    </DialogFrame>
  )
}

function KeyGroup({ title, actions: all }: { readonly title: string; readonly actions: readonly Action[] }) {
  const say = useText()
  const withKeys = all.filter(({ keys = [] }) => keys.length > 0)
  if (withKeys.length === 0) return null
  return (
    <section>
      <h3 className={styles.group}>{title}</h3>
      <dl>
        {withKeys.map(({ id, label, keys = [] }) => (
          <div key={id} className={styles.row}>
            <dt>{say(label)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key.shown} className={styles.key}>
                  {keyName(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Keys that belong to the terminal alone. */
function OtherKeys() {
  const say = useText()
  return (
    <section>
      <h3 className={styles.group}>{say(words.terminal)}</h3>
      <dl>
        {otherKeys.map(({ label, shown }) => (
          <div key={label.en} className={styles.row}>
            <dt>{say(label)}</dt>
            <dd>
              {shown.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function LetterSwitch() {
  const say = useText()
  const isOn = useSettings(({ letterKeys }) => letterKeys)
  return (
    <div className={styles.letters}>
      <Toggle isSelected={isOn} onChange={(letterKeys) => changeSettings({ letterKeys })}>
        {say(words.letterKeys)}
      </Toggle>
    </div>
  )
}
