import { step, useSession, useText } from '../../state/index.ts'
import { icons } from './icons.tsx'
import { ToolButton } from './ToolButton.tsx'
import { useRefusal } from './useRefusal.ts'
import { words } from './words.ts'

/** A tick and an event, back (on the left of Play) or on (on its right). */
export function StepButtons({ back = false }: { readonly back?: boolean }) {
  return back ? <BackButtons /> : <ForwardButtons />
}

function BackButtons() {
  const say = useText()
  const isAtBeginning = useSession(({ clock }) => clock.tick === 0)
  const isFilling = useSession(({ clock }) => clock.filling)
  const refusal = isFilling ? say(words.filling) : isAtBeginning ? say(words.atBeginning) : undefined
  return (
    <>
      <ToolButton
        label={say(words.eventBack)}
        icon={icons.eventBack}
        keyName="["
        shortcut="["
        refusal={refusal}
        onPress={() => step('event', true)}
      />
      <ToolButton
        label={say(words.tickBack)}
        icon={icons.tickBack}
        keyName=","
        shortcut=","
        refusal={refusal}
        onPress={() => step('tick', true)}
      />
    </>
  )
}

function ForwardButtons() {
  const say = useText()
  const refusal = useRefusal()
  return (
    <>
      <ToolButton
        label={say(words.tickForward)}
        icon={icons.tickForward}
        keyName=";"
        shortcut=";"
        refusal={refusal}
        onPress={() => step('tick')}
      />
      <ToolButton
        label={say(words.eventForward)}
        icon={icons.eventForward}
        keyName="]"
        shortcut="]"
        refusal={refusal}
        onPress={() => step('event')}
      />
    </>
  )
}
