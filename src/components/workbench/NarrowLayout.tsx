import { useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useRevealed, useSession, useText } from '../../state/index.ts'
import { Guide } from '../guide/index.ts'
import { Inspector } from '../inspector/index.ts'
import { GapLedger } from '../ledger/index.ts'
import { Stage } from '../stage/index.ts'
import { CommandLog, Terminal } from '../terminal/index.ts'
import { Timeline } from '../timeline/index.ts'
import { Transport } from '../transport/index.ts'
import { useInspectorShown } from './WideLayout.tsx'
import styles from './Workbench.module.css'
import { words } from './words.ts'

type Panel = 'guide' | 'gaps' | 'timeline' | 'inspector' | 'terminal' | 'log'

const contents: { readonly [P in Panel]: () => React.ReactNode } = {
  guide: Guide,
  gaps: GapLedger,
  timeline: Timeline,
  inspector: Inspector,
  terminal: Terminal,
  log: CommandLog,
}

/** Stage above, one panel as a sheet below it, time at the thumb. */
export function NarrowLayout() {
  const say = useText()
  const panels = usePanels()
  const [chosen, choose] = useState<Panel>('guide')
  const selected = useSession((session) => session.selected)
  useEffect(() => {
    if (selected !== 0) choose('inspector')
  }, [selected])
  // What the guide has to say is not to be missed behind another panel.
  const hasAnswer = useSession(({ guide }) => guide?.phase === 'told' || guide?.goal?.reached === true)
  useEffect(() => {
    if (hasAnswer) choose('guide')
  }, [hasAnswer])
  const shown = panels.includes(chosen) ? chosen : panels[0]
  return (
    <main className={styles.narrow}>
      <div className={styles.middle}>
        <Stage />
      </div>
      {shown !== undefined && (
        <Tabs
          className={styles.sheet ?? ''}
          selectedKey={shown}
          onSelectionChange={(panel) => choose(panel as Panel)}
        >
          <TabList className={styles.tabList ?? ''} aria-label={say(words.panels)}>
            {panels.map((panel) => (
              <Tab key={panel} id={panel}>
                {say(words[panel])}
              </Tab>
            ))}
          </TabList>
          {panels.map((panel) => {
            const Content = contents[panel]
            return (
              <TabPanel key={panel} id={panel} className={styles.sheetPanel ?? ''}>
                <Content />
              </TabPanel>
            )
          })}
        </Tabs>
      )}
      <Transport />
    </main>
  )
}

function usePanels(): readonly Panel[] {
  const shown: { readonly [P in Panel]: boolean } = {
    guide: useSession(({ guide }) => guide !== undefined),
    inspector: useInspectorShown(),
    gaps: useRevealed('ledger'),
    timeline: useRevealed('scrubber'),
    terminal: useRevealed('terminal'),
    log: useRevealed('terminal'),
  }
  return (Object.keys(shown) as Panel[]).filter((panel) => shown[panel])
}
