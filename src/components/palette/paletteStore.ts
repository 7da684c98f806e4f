/** Whether the palette or the list of keys is open. Only one of them is. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const shown = createStore<{ readonly dialog?: 'palette' | 'help' | undefined }>(() => ({}))

export const openPalette = (): void => shown.setState({ dialog: 'palette' })
export const openHelp = (): void => shown.setState({ dialog: 'help' })
export const closeDialog = (): void => shown.setState({ dialog: undefined })

export const usePaletteOpen = (): boolean => useStore(shown, ({ dialog }) => dialog === 'palette')
export const useHelpOpen = (): boolean => useStore(shown, ({ dialog }) => dialog === 'help')
