/** The screen of a world: guide, stage and inspector side by side, the gap and time below; on a phone one under another. */

import { useStore } from 'zustand'
import { presenting, useSession } from '../../state/index.ts'
import { Shortcuts } from '../keys/index.ts'
import { DropTarget } from '../manifest/index.ts'
import { Palette } from '../palette/index.ts'
import { Presentation, PresentBar, PresentButton } from '../present/index.ts'
import { Share, SharedBanner } from '../share/index.ts'
import { Announcer } from '../stage/index.ts'
import { EverythingButton, TopBar, useWorldTitle } from '../topbar/index.ts'
import { Filling } from './Filling.tsx'
import { NarrowLayout } from './NarrowLayout.tsx'
import { Notice } from './Notice.tsx'
import { Opening } from './Opening.tsx'
import { useNarrow } from './useNarrow.ts'
import { WideLayout } from './WideLayout.tsx'
import styles from './Workbench.module.css'

export function Workbench() {
  const title = useWorldTitle()
  const isOpen = useSession(({ status }) => status === 'open')
  const isNarrow = useNarrow()
  const isPresented = useStore(presenting, ({ isOn }) => isOn)
  return (
    <div className={styles.workbench}>
      {isPresented ? (
        <PresentBar title={title}>
          <Palette />
        </PresentBar>
      ) : (
        <TopBar title={title}>
          <EverythingButton />
          <Palette />
          <Share />
          <PresentButton />
        </TopBar>
      )}
      <SharedBanner />
      <Filling />
      {isOpen ? isNarrow ? <NarrowLayout /> : <WideLayout /> : <Opening />}
      <Notice />
      <Announcer />
      <Presentation />
      <Shortcuts />
      <DropTarget />
    </div>
  )
}
