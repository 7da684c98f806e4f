import { lazy, Suspense, useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useStore } from 'zustand'
import { presenting, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { CommandLog, Terminal } from '../terminal/index.ts'
import styles from './Workbench.module.css'
import { words } from './words.ts'

const Manifest = lazy(() =>
  import('../manifest/Manifest.tsx').then(({ Manifest }) => ({ default: Manifest })),
)

/** Terminal, log and manifests: folded away until they are wanted. */
export function BottomTabs() {
  const say = useText()
  const [isOpen, setOpen] = useState(hasRoom)
  const open = () => setOpen(true)
  const isPresented = useStore(presenting, ({ isOn }) => isOn)
  // A room looks at the stage; who wants to type opens it again.
  useEffect(() => {
    if (isPresented) setOpen(false)
  }, [isPresented])
  return (
    <Tabs className={styles.tabs ?? ''}>
      <div className={styles.tabBar}>
        <TabList className={styles.tabList ?? ''} aria-label={say(words.panels)}>
          <Tab id="terminal" onPress={open}>
            {say(words.terminal)}
          </Tab>
          <Tab id="log" onPress={open}>
            {say(words.log)}
          </Tab>
          <Tab id="manifest" onPress={open}>
            {say(words.manifest)}
          </Tab>
        </TabList>
        <Button
          look="bare"
          aria-label={say(isOpen ? words.hide : words.show)}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? '▾' : '▴'}
        </Button>
      </div>
      <div className={styles.tabPanels} hidden={!isOpen}>
        <TabPanel id="terminal" className={styles.tabPanel ?? ''}>
          <Terminal />
        </TabPanel>
        <TabPanel id="log" className={styles.tabPanel ?? ''}>
          <CommandLog />
        </TabPanel>
        <TabPanel id="manifest" className={styles.tabPanel ?? ''}>
          <Suspense>
            <Manifest />
          </Suspense>
        </TabPanel>
      </div>
    </Tabs>
  )
}

/** A window that is not tall keeps the stage's room until someone asks. */
function hasRoom(): boolean {
  return innerHeight >= 900
}
