/** Keeps the reader's own worlds as they go on, and opens them again where they were left. */
import { createStore as createDatabase, del, get, set } from 'idb-keyval'
import { createStore } from 'zustand/vanilla'
import type { Text } from '../i18n/index.ts'
import type { SandboxTemplate } from '../worker/protocol.ts'
import { notify, open } from './actions.ts'
import { address, go } from './address.ts'
import { Autosave, type Progress, type Slot, slotOfSandbox } from './autosave.ts'
import { type Session, session } from './session.ts'

const words = {
  setAside: {
    en: 'What was kept here could not be opened, so this starts afresh. The old recording is set aside: Share offers it as a file.',
    ko: '저장해 둔 기록을 열 수 없어서 처음부터 시작해요. 이전 기록은 따로 남겨 두었고, 공유에서 파일로 받을 수 있어요.',
  },
} satisfies Record<string, Text>

const database = createDatabase('kubeloop', 'saves')

export const autosave = new Autosave({
  get: async (key) => await get(key, database),
  set: async (key, value) => await set(key, value, database),
  del: async (key) => await del(key, database),
})

/** What there is to go on with. */
export const progress = createStore<Progress>(() => ({ finished: new Set<string>() }))

/** To be called once, when the page begins. */
export async function startKeeping(): Promise<void> {
  session.subscribe((now, before) => {
    if (now.save !== before.save) keep(now)
    if (now.guide !== before.guide) noteFinished(now)
  })
  progress.setState(await autosave.progress())
}

/** Opens a scenario or the sandbox where it was left, or at its beginning. */
export async function openMine(slot: Slot): Promise<boolean> {
  const kept = await autosave.load(slot)
  if (kept === undefined) return openFresh(slot)
  if ('save' in kept) {
    const template = templateOf(slot)
    const opening = {
      what: 'save',
      save: kept.save,
      ...(template === undefined ? {} : { template }),
    } as const
    if (await open(opening)) return true
  }
  await autosave.setAside(slot)
  const isOpen = await openFresh(slot)
  if (isOpen) notify(words.setAside)
  return isOpen
}

/** From a shared world to the reader's own: that of this page, else the last one. */
export async function backToMine(): Promise<void> {
  const here = address.getState()
  if (here.page === 'scenario') await openMine({ scenario: here.id })
  else if (here.page === 'sandbox') await openMine(slotOfSandbox(here.template))
  else goTo(progress.getState().last)
}

function goTo(slot: Slot | undefined): void {
  if (slot === undefined) go({ page: 'home' })
  else if (slot === 'sandbox') go({ page: 'sandbox' })
  else if ('sandbox' in slot) go({ page: 'sandbox', template: slot.sandbox })
  else go({ page: 'scenario', id: slot.scenario })
}

function openFresh(slot: Slot): Promise<boolean> {
  const template = templateOf(slot)
  if (template !== undefined) return open({ what: 'sandbox', template })
  return open({ what: 'scenario', id: (slot as { readonly scenario: string }).scenario })
}

/** Undefined: a scenario's. */
function templateOf(slot: Slot): SandboxTemplate | undefined {
  if (slot === 'sandbox') return 'small'
  return 'sandbox' in slot ? slot.sandbox : undefined
}

/** A shared world is not the reader's; one that has left its scenario has no place of its own. */
function keep({ save, status, opened }: Session): void {
  const id = opened.scenario?.id
  if (save === undefined || status !== 'open' || opened.shared || save.scenario !== id) return
  const slot: Slot = id === undefined ? slotOfSandbox(opened.template) : { scenario: id }
  autosave.keep(slot, save)
  progress.setState({ last: slot })
}

function noteFinished({ guide, opened }: Session): void {
  const { scenario, shared } = opened
  const { finished } = progress.getState()
  if (guide === undefined || scenario === undefined || shared || finished.has(scenario.id)) return
  if (guide.finished.length < scenario.steps.length) return
  autosave.finish(scenario.id)
  progress.setState({ finished: new Set([...finished, scenario.id]) })
}
