import { reset, undo, useSession, useText } from '../../state/index.ts'
import { icons } from './icons.tsx'
import { ToolButton } from './ToolButton.tsx'
import { words } from './words.ts'

/** Reset stands beside undo: both lead back, one by a line and one altogether. */
export function UndoButtons() {
  const say = useText()
  const line = useSession(({ clock }) => clock.undo)
  const isAtBeginning = useSession(({ clock }) => clock.tick === 0)
  return (
    <>
      <ToolButton
        label={say(words.reset)}
        icon={icons.reset}
        refusal={isAtBeginning ? say(words.atBeginning) : undefined}
        onPress={reset}
      />
      <ToolButton
        label={say(words.undo)}
        icon={icons.undo}
        detail={line === undefined ? undefined : say(words.undoLine, { line })}
        refusal={line === undefined ? say(words.nothingToUndo) : undefined}
        hasText
        onPress={() => void undo()}
      />
    </>
  )
}
