/** The object as YAML, to be read and taken along. */
import { memo, useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { copyText } from '../controls/copyText.ts'
import { ScrollBox } from '../controls/ScrollBox.tsx'
import { words } from './words.ts'
import styles from './YamlView.module.css'
import { briefYaml, tokensOf } from './yaml.ts'

export function YamlView({ yaml }: { readonly yaml: string }) {
  const say = useText()
  const [isBrief, setBrief] = useState(true)
  const [isWrapped, setWrapped] = useState(true)
  const text = useMemo(() => (isBrief ? briefYaml(yaml) : yaml).trimEnd(), [yaml, isBrief])
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <ToggleButton className={styles.toggle ?? ''} isSelected={isBrief} onChange={setBrief}>
          {say(words.brief)}
        </ToggleButton>
        <ToggleButton className={styles.toggle ?? ''} isSelected={isWrapped} onChange={setWrapped}>
          {say(words.wrap)}
        </ToggleButton>
        <Button look="bare" onPress={() => copyText(`${text}\n`)}>
          {say(words.copy)}
        </Button>
      </div>
      <ScrollBox className={styles.box} aria-label={say(words.yaml)} lang="en">
        <pre className={isWrapped ? styles.wrapped : styles.whole}>
          {text.split('\n').map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by where it stands.
            <Line key={index} line={line} />
          ))}
        </pre>
      </ScrollBox>
    </div>
  )
}

const Line = memo(function Line({ line }: { readonly line: string }) {
  const indent = line.search(/[^ ]|$/)
  return (
    <span className={styles.line} style={{ '--indent': `${indent + 2}ch` } as React.CSSProperties}>
      {tokensOf(line).map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never move.
        <span key={index} className={styles[kind]}>
          {text}
        </span>
      ))}
      {'\n'}
    </span>
  )
})
