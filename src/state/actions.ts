/** Everything a hand can do. Each is a request to the engine; what comes of it comes back in frames. */
import type { Text } from '../i18n/index.ts'
import type { Clock, GuideAction, LineResult, Opening, Save, StopCondition } from '../worker/protocol.ts'
import { attention } from './attention.ts'
import { Engine, type News, Refusal } from './engine.ts'
import { showLensAsSaved, showLensOf } from './lens.ts'
import { closed, session } from './session.ts'
import { settings } from './settings.ts'
import { applyFrame, world } from './world.ts'

const mostLogged = 200
const mostPieces = 400

let engine: Engine | undefined
let numbers = 0

/** Opens a world in place of the one shown. A refusal leaves what was open as it was. */
export async function open(opening: Opening): Promise<boolean> {
  const before = session.getState()
  session.setState({ status: before.status === 'open' ? 'open' : 'opening', progress: undefined })
  try {
    const opened = await running().ask({ type: 'open', opening })
    session.setState({ ...closed, ...kept(), status: 'open', opened, selected: opened.seen?.selected ?? 0 })
    showLensAsSaved(session.getState().guide?.step)
    if (opened.notice !== undefined) notify(opened.notice)
    return true
  } catch (error) {
    if (session.getState().status !== 'crashed')
      session.setState({ status: before.status, progress: undefined })
    refuse(error)
    return false
  }
}

/** Of the session that follows an opening, what has already come with its first frames. */
function kept() {
  const { clock, guide, save } = session.getState()
  return { clock, guide, save }
}

/** Leaves the world; its recording is kept by the autosave. What was being said is still to be read. */
export function close(): void {
  engine?.end()
  engine = undefined
  session.setState(({ notice }) => ({ ...closed, notice }), true)
}

/** Runs a command line. Resolves when it has ended; a blocking line lets time pass until then. */
export async function run(line: string, stdin?: string): Promise<boolean> {
  const result = await runForResult(line, stdin)
  if (result === undefined) return false
  if (result.exit !== 0) notify({ en: result.stderr.trim(), ko: result.stderr.trim() }, 'error')
  return result.exit === 0
}

/** Runs a command line for one who shows what it printed. Undefined: it was refused, and the reader has been told why. */
export async function runForResult(line: string, stdin?: string): Promise<LineResult | undefined> {
  try {
    return await running().ask({ type: 'line', line, ...(stdin === undefined ? {} : { stdin }) })
  } catch (error) {
    refuse(error)
    return undefined
  }
}

/** Runs a line typed in the terminal: what it prints is shown there. */
export async function type(line: string, stdin?: string): Promise<void> {
  print('command', stdin === undefined ? line : `${line} <<EOF\n${stdin}EOF`)
  const link = running()
  printing.set(link.nextId, true)
  const id = link.nextId
  try {
    await link.ask({ type: 'line', line, ...(stdin === undefined ? {} : { stdin }) })
  } catch (error) {
    if (error instanceof Refusal) print('error', `${error.text[settings.getState().language]}\n`)
  } finally {
    printing.delete(id)
  }
}
const printing = new Map<number, true>()

export function complete(text: string): Promise<readonly string[]> {
  return running().ask({ type: 'complete', text })
}

/** The names of these pods, for those who look at them: in a large world they are not there until then. */
export async function learnNames(slots: readonly number[]): Promise<void> {
  const { pods } = world.getState()
  const unknown = slots.filter((slot) => pods.has(slot) && !pods.isNamed(slot))
  if (unknown.length === 0) return
  pods.learn(await running().ask({ type: 'names', slots: unknown }))
  world.setState(({ namesVersion }) => ({ namesVersion: namesVersion + 1 }))
}

/** Nodes and pods with this text in their names. */
export const find = (text: string, most: number) => running().ask({ type: 'find', text, most })

export const play = () => running().tell({ type: 'play' })
export const pause = () => running().tell({ type: 'pause' })
export const togglePlay = () => (session.getState().clock.playing ? pause() : play())
export const setSpeed = (speed: number) => running().tell({ type: 'speed', speed })
export const step = (by: 'tick' | 'event', back = false) => running().tell({ type: 'step', by, back })
export const seek = (tick: number) => running().tell({ type: 'seek', tick })
export const runUntil = (stop: StopCondition) => running().tell({ type: 'run-until', stop })
export const interrupt = () => running().tell({ type: 'interrupt' })
export const undo = () => run('sim undo')
/** Back to the beginning of this recording; what was done stays reachable until something else is. */
export const reset = () => running().tell({ type: 'reset' })
export const guide = (action: GuideAction) => running().tell({ type: 'guide', action })

/** Selects an object by its slot; 0: none. */
export function select(slot: number): void {
  session.setState(slot === 0 ? { selected: 0, inspection: undefined } : { selected: slot })
  running().tell({ type: 'inspect', slot })
}

export const makeSave = (): Promise<Save> => running().ask({ type: 'save' })
export const makeLink = () => running().ask({ type: 'link' })
/** Resolves when the stores hold the world as the engine has it. */
export const caughtUp = () => running().ask({ type: 'caught-up' })
export const worldHash = (): Promise<string> => running().ask({ type: 'hash' })
export const runScript = (script: string, seed?: number) =>
  running().ask({ type: 'script', script, ...(seed === undefined ? {} : { seed }) })

export function notify(text: Text, tone: 'info' | 'error' = 'info'): void {
  session.setState({ notice: { number: ++numbers, tone, text } })
}

export function dismissNotice(): void {
  session.setState({ notice: undefined })
}

export function showEverything(): void {
  session.setState({ showEverything: true })
}

export function clearTerminal(): void {
  session.setState({ terminal: [] })
}

// Wherever the lens is changed: links and saves remember it.
session.subscribe(({ lens }, before) => {
  if (lens !== before.lens) engine?.tell({ type: 'lens', lens })
})

function running(): Engine {
  if (engine === undefined) {
    engine = new Engine({ message: take, crash })
    engine.tell({ type: 'attend', attention: attention.getState() })
  }
  return engine
}

attention.subscribe((now) => engine?.tell({ type: 'attend', attention: now }))

function crash(reason: string): void {
  engine = undefined
  session.setState(({ save }) => ({ status: 'crashed', crash: { reason, save } }))
}

function refuse(error: unknown): void {
  if (error instanceof Refusal) notify(error.text, 'error')
}

function take(message: News): void {
  switch (message.type) {
    case 'slice':
      return applyFrame(message.slice)
    case 'clock':
      setClock(message)
      return callForNext()
    case 'printed':
      if (printing.has(message.id))
        print(message.descriptor === 1 ? 'output' : 'error', message.text, message.omitted)
      return
    case 'progress': {
      const { type: _, ...progress } = message
      return session.setState({ progress })
    }
    case 'inspected':
      return session.setState({ inspection: message.inspection })
    case 'ran': {
      const { type: _, ...line } = message
      const logged = { number: ++numbers, ...line }
      return session.setState(({ log }) => ({ log: [...log.slice(-mostLogged), logged] }))
    }
    case 'autosave':
      return session.setState({ save: message.save })
  }
}

/** All of a frame has been taken in: the next may come. A page that nobody sees draws none, and is told no more until it is. */
function callForNext(): void {
  const call = () => engine?.tell({ type: 'drawn' })
  if (document.hidden) requestAnimationFrame(call)
  else call()
}

function setClock({ clock, guide: state }: Extract<News, { type: 'clock' }>): void {
  const before = session.getState()
  if (!sameClock(before.clock, clock)) session.setState({ clock })
  if (before.guide !== state) session.setState({ guide: state })
  if (before.guide?.step === state?.step) return
  if (before.guide === undefined) showLensAsSaved(state?.step)
  else showLensOf(state?.step)
}

function sameClock(a: Clock, b: Clock): boolean {
  return (Object.keys(b) as (keyof Clock)[]).every((name) => a[name] === b[name])
}

function print(kind: 'command' | 'output' | 'error', text: string, omitted = 0): void {
  const piece = { number: ++numbers, kind, text, omitted }
  session.setState(({ terminal }) => ({ terminal: [...terminal.slice(-mostPieces), piece] }))
}
