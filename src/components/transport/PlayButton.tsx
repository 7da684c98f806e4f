import { interrupt, pause, play, useSession, useText } from '../../state/index.ts'
import { icons } from './icons.tsx'
import { ToolButton } from './ToolButton.tsx'
import { useRefusal } from './useRefusal.ts'
import { words } from './words.ts'

/** Time passes while it plays, while a line waits for the world, and on the way to a moment: any of them can be stopped. */
export function PlayButton() {
  const say = useText()
  const refusal = useRefusal()
  const isPlaying = useSession(({ clock }) => clock.playing)
  const isBusy = useSession(({ clock }) => clock.seeking || clock.blocked)
  const isRunning = isPlaying || isBusy
  const stop = isPlaying ? pause : interrupt
  return (
    <ToolButton
      label={say(isRunning ? words.pause : words.play)}
      icon={isRunning ? icons.pause : icons.play}
      keyName="Space"
      shortcut="Space"
      refusal={isRunning ? undefined : refusal}
      isBig
      onPress={isRunning ? stop : play}
    />
  )
}
