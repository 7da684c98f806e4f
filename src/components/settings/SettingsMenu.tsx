/** How the reader likes the screen: a small panel behind the gear. */
import { Dialog, DialogTrigger, Popover, Radio, RadioGroup, Switch } from 'react-aria-components'
import { changeSettings, type Settings, useSettings, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import styles from './SettingsMenu.module.css'
import { words } from './words.ts'

const themes = ['system', 'light', 'dark'] as const
const languageNames = { en: 'English', ko: '한국어' } as const
const switches = ['largeType', 'reducedMotion', 'letterKeys', 'pauseToInspect'] as const

export function SettingsMenu() {
  const say = useText()
  const settings = useSettings((all) => all)
  return (
    <DialogTrigger>
      <Button look="bare" aria-label={say(words.settings)}>
        <Gear />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Dialog className={styles.panel ?? ''} aria-label={say(words.settings)}>
          <Choice
            label={say(words.language)}
            value={settings.language}
            options={Object.entries(languageNames)}
            onChange={(language) => changeSettings({ language: language as Settings['language'] })}
          />
          <Choice
            label={say(words.theme)}
            value={settings.theme}
            options={themes.map((theme) => [theme, say(words[theme])])}
            onChange={(theme) => changeSettings({ theme: theme as Settings['theme'] })}
          />
          {switches.map((name) => (
            <Switch
              key={name}
              className={styles.switch ?? ''}
              isSelected={settings[name]}
              onChange={(on) => changeSettings({ [name]: on })}
            >
              {say(words[name])}
              <span className={styles.track} aria-hidden="true" />
            </Switch>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <RadioGroup className={styles.choice ?? ''} aria-label={label} value={value} onChange={onChange}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <div className={styles.options}>
        {options.map(([option, name]) => (
          <Radio key={option} value={option} className={styles.option ?? ''}>
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

function Gear() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <circle cx="10" cy="10" r="3" />
      <path d="M10 1.8v2.4M10 15.8v2.4M1.8 10h2.4M15.8 10h2.4M4.2 4.2l1.7 1.7M14.1 14.1l1.7 1.7M15.8 4.2l-1.7 1.7M5.9 14.1l-1.7 1.7" />
    </svg>
  )
}
