/** A file dropped anywhere on the workbench; a veil says beforehand what will happen. */
import { lazy, Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useText } from '../../state/index.ts'
import styles from './DropTarget.module.css'
import { manifest } from './manifestStore.ts'
import { takeFile } from './takeFile.ts'
import { words } from './words.ts'

const ManifestDialog = lazy(() => import('./ManifestDialog.tsx'))

export function DropTarget() {
  const say = useText()
  const isOver = useFileDrop()
  const isOpen = useStore(manifest, (state) => state.isOpen)
  return (
    <>
      {isOver && (
        <div className={styles.veil}>
          <p className={styles.title}>{say(words.drop)}</p>
          <p>{say(words.dropMeaning)}</p>
        </div>
      )}
      {isOpen && (
        <Suspense>
          <ManifestDialog />
        </Suspense>
      )}
    </>
  )
}

/** Whether files hang over the window. What is dragged within the page, as a node to the bin, is none of our business. */
function useFileDrop(): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    // Leaving one element for another within the window goes on with `dragover` at once.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const [file] = event.dataTransfer?.files ?? []
      if (file !== undefined) takeFile(file)
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false
