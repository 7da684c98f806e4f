/** Whether the share dialog is open. The world rests while it is: the link is to what one sees behind it. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { pause, play, session } from '../../state/index.ts'

const share = createStore<{ readonly isOpen: boolean; readonly wasPlaying: boolean }>(() => ({
  isOpen: false,
  wasPlaying: false,
}))

export const useShareOpen = (): boolean => useStore(share, ({ isOpen }) => isOpen)

export function openShare(): void {
  const { status, clock } = session.getState()
  if (status !== 'open' || share.getState().isOpen) return
  if (clock.playing) pause()
  share.setState({ isOpen: true, wasPlaying: clock.playing })
}

/** `goOn`: not after another world was opened. */
export function closeShare({ goOn = true }: { readonly goOn?: boolean } = {}): void {
  const { isOpen, wasPlaying } = share.getState()
  share.setState({ isOpen: false, wasPlaying: false })
  if (isOpen && wasPlaying && goOn) play()
}
