/** One object: its title, and its views as tabs. A view that a scenario has not revealed is absent. */
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { type Inspected, type Inspection, select, useRevealed, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { CauseChain } from './CauseChain.tsx'
import { EventRows } from './EventRows.tsx'
import styles from './Inspector.module.css'
import { Scheduling } from './Scheduling.tsx'
import { Standing } from './Standing.tsx'
import { Summary } from './Summary.tsx'
import { Scaling } from './scaling/Scaling.tsx'
import { words } from './words.ts'
import { YamlView } from './YamlView.tsx'

type View = 'summary' | 'why' | 'yaml' | 'events' | 'scheduler' | 'decisions'

export function Subject({ inspection }: { readonly inspection: Inspected }) {
  const say = useText()
  const views = useViews(inspection)
  const [chosen, choose] = useState<View>()
  const shown = chosen !== undefined && views.includes(chosen) ? chosen : views[0]
  const { kind, name, namespace, exists } = inspection
  return (
    <div className={styles.room}>
      <article className={styles.inspector} aria-label={`${kind}/${name}`}>
        <header className={styles.header}>
          <div className={styles.names}>
            <p className={styles.kind}>
              {namespace === '' || namespace === 'default' ? kind : `${namespace} · ${kind}`}
            </p>
            <h2 className={exists ? styles.name : styles.goneName}>{name}</h2>
            <Standing inspection={inspection} />
          </div>
          <Button look="bare" aria-label={say(words.close)} onPress={() => select(0)}>
            ×
          </Button>
        </header>
        {!exists && <p className={styles.goneNote}>{say(words.goneNote)}</p>}
        {shown !== undefined && (
          <Tabs
            className={styles.views ?? ''}
            selectedKey={shown}
            onSelectionChange={(view) => choose(view as View)}
          >
            <TabList className={styles.tabs ?? ''} aria-label={say(words.views)}>
              {views.map((view) => (
                <Tab key={view} id={view} className={styles.tab ?? ''}>
                  {say(words[view])}
                </Tab>
              ))}
            </TabList>
            <TabPanel key={shown} id={shown} className={styles.panel ?? ''}>
              <Content view={shown} inspection={inspection} />
            </TabPanel>
          </Tabs>
        )}
      </article>
    </div>
  )
}

function useViews({ scheduling, scaling }: Inspection): readonly View[] {
  const hasAll = useRevealed('inspector')
  const hasCauses = useRevealed('causes')
  if (!hasAll) return hasCauses ? ['why'] : []
  return [
    // What an autoscaler decides is what one looks at it for.
    ...(scaling === undefined ? [] : (['decisions'] as const)),
    'summary',
    'why',
    'yaml',
    'events',
    ...(scheduling === undefined ? [] : (['scheduler'] as const)),
  ]
}

function Content({ view, inspection }: { readonly view: View; readonly inspection: Inspected }) {
  switch (view) {
    case 'summary':
      return <Summary inspection={inspection} />
    case 'why':
      return <CauseChain causes={inspection.causes} />
    case 'yaml':
      return <YamlView yaml={inspection.yaml} />
    case 'events':
      return <EventRows events={inspection.events} />
    case 'decisions':
      return inspection.scaling && <Scaling decisions={inspection.scaling} />
    case 'scheduler':
      return inspection.scheduling && <Scheduling matrix={inspection.scheduling} />
  }
}
