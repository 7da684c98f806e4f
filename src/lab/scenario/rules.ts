/** What a scenario has to keep besides its shape: expressions that parse, slots that have values, steps that make sense. */
import { slotsOf } from '../../i18n/index.ts'
import type { Text } from '../../i18n/text.ts'
import { grammarFlawOf } from '../conditionGrammar.ts'
import type { ScenarioFile, StepFile } from './shape.ts'
import { partsOf } from './template.ts'

export type Path = readonly (string | number)[]
/** Says that something else was expected at a place in the file. */
export type Report = (path: Path, expected: string) => void

export function checkRules(file: ScenarioFile, report: Report): void {
  checkText(file.title, ['title'], new Set(), report)
  checkText(file.summary, ['summary'], new Set(), report)
  const [first] = file.setup
  if (!/^sim cluster( |$)/.test(typeof first === 'string' ? first : (first?.run ?? '')))
    report(['setup', 0], '"sim cluster" as the first line: a scenario makes its own world')
  file.steps.forEach((step, i) => {
    checkStep(file, step, i, report)
  })
  checkSolutions(file, report)
}

function checkStep(file: ScenarioFile, step: StepFile, index: number, report: Report): void {
  const at = (...path: Path): Path => ['steps', index, ...path]
  if (file.steps.findIndex((other) => other.id === step.id) < index)
    report(at('id'), 'a name that no other step has')
  checkMakeUp(file, step, index, report)
  checkConditions(step, at, report)
  checkTexts(step, at, report)
  step.do?.forEach((line, i) => {
    checkLine(line, at('do', i), report)
  })
}

/** Which parts of a step go together. */
function checkMakeUp(file: ScenarioFile, step: StepFile, index: number, report: Report): void {
  const refuse = (part: string, expected: string) => report(['steps', index, part], expected)
  const replayed = file.steps.slice(0, index).find((other) => other.id === step.replay)
  if (step.replay !== undefined) {
    if (step.predict === undefined) refuse('replay', 'a prediction in a step that replays')
    if (step.do !== undefined) refuse('replay', 'either do or replay')
    if (step.goal !== undefined) refuse('replay', 'either goal or replay')
    if (replayed?.predict === undefined || replayed.replay !== undefined)
      refuse('replay', 'the id of an earlier step that predicts, and is not a replay itself')
  } else if (step.predict !== undefined && step.predict.after === undefined)
    refuse('predict', 'after: the time from Run to the verdict')
  if (step.wait !== undefined && (step.predict !== undefined || step.do === undefined))
    refuse('wait', 'wait only in a step with do and without predict')
  if (step.goal === undefined && step.detour !== undefined)
    refuse('detour', 'detour only in a step with a goal')
  if (step.solution !== undefined && !isLearnersPart(step))
    refuse(
      'solution',
      'solution only where the learner acts: in a step with a goal, or a prediction without do',
    )
  if (step.onWrong !== undefined && step.predict === undefined)
    refuse('onWrong', 'onWrong only in a step that predicts')
  if (isReading(step) && (step.after !== undefined || step.values !== undefined))
    refuse(step.after !== undefined ? 'after' : 'values', 'something to do before it: predict, do or goal')
}

/** Whether the learner's own lines are what moves the step on. */
function isLearnersPart(step: StepFile): boolean {
  if (step.goal !== undefined) return true
  return step.predict !== undefined && step.do === undefined && step.replay === undefined
}

/** Whether a test has to know what the learner would type. */
export function needsSolution(step: StepFile): boolean {
  return isLearnersPart(step) && step.do === undefined
}

function isReading(step: StepFile): boolean {
  return step.predict === undefined && step.do === undefined && step.goal === undefined
}

function checkSolutions(file: ScenarioFile, report: Report): void {
  const unsolved = file.steps.flatMap((step, i) =>
    needsSolution(step) && step.solution === undefined ? [i] : [],
  )
  if (file.solution !== undefined && unsolved.length !== 1)
    report(['solution'], 'exactly one step that needs it; else give each a solution of its own')
  else if (file.solution === undefined)
    for (const i of unsolved) report(['steps', i], 'a solution: what the learner would type')
}

function checkConditions(step: StepFile, at: (...path: Path) => Path, report: Report): void {
  const check = (expression: string | undefined, path: Path) => {
    const flaw = expression === undefined ? undefined : grammarFlawOf(expression)
    if (flaw !== undefined) report(path, `a CEL expression: ${flaw}`)
  }
  check(step.given, at('given'))
  check(step.goal?.when, at('goal', 'when'))
  check(step.detour?.when, at('detour', 'when'))
  step.predict?.options.forEach((option, i) => {
    check(option.when, at('predict', 'options', i, 'when'))
  })
  for (const [name, value] of Object.entries(step.values ?? {})) {
    if (typeof value === 'string') check(value, at('values', name))
    else check(value.until, at('values', name, 'until'))
  }
}

function checkLine(line: string, path: Path, report: Report): void {
  const parts = partsOf(line)
  if (parts === undefined) return report(path, 'a } that closes the ${')
  for (const part of parts) {
    const flaw = 'expression' in part ? grammarFlawOf(part.expression) : undefined
    if (flaw !== undefined) report(path, `a CEL expression in \${…}: ${flaw}`)
  }
}

function checkTexts(step: StepFile, at: (...path: Path) => Path, report: Report): void {
  const none: ReadonlySet<string> = new Set()
  const measured: ReadonlySet<string> = new Set(Object.keys(step.values ?? {}))
  const check = (text: Text | undefined, slots: ReadonlySet<string>, path: Path) => {
    if (text !== undefined) checkText(text, path, slots, report)
  }
  check(step.say, none, at('say'))
  check(step.notes, none, at('notes'))
  check(step.predict?.ask, none, at('predict', 'ask'))
  step.predict?.options.forEach((option, i) => {
    check(option.text, none, at('predict', 'options', i, 'text'))
  })
  step.hints?.forEach((hint, i) => {
    check(hint, none, at('hints', i))
  })
  check(step.after, measured, at('after'))
  check(step.onWrong, measured, at('onWrong'))
  check(step.detour?.say, measured, at('detour', 'say'))
}

/** A particle glued to a slot: which one fits is known only when the slot is filled. */
const bareParticle = /\}(은|는|이|가|을|를|과|와|으로|로|이에요|예요|이라|라)(?![가-힣])/

export function checkText(text: Text, path: Path, slots: ReadonlySet<string>, report: Report): void {
  const bare = bareParticle.exec(withoutCode(text.ko))
  if (bare !== null)
    report([...path, 'ko'], `a pair of particles after a slot, such as {name|은/는}, not "${bare[1]}"`)
  for (const language of ['en', 'ko'] as const) {
    if (/<[a-zA-Z/!?]/.test(withoutCode(text[language]))) report([...path, language], 'Markdown without HTML')
    for (const name of slotNames(text, language, path, report))
      if (!slots.has(name))
        report(
          [...path, language],
          slots.size === 0 ? noSlots(name) : `a value named ${name} for the slot {${name}}`,
        )
  }
}

function noSlots(name: string): string {
  return `no slot {${name}}: slots are filled from values at the verdict, in after, onWrong and detour`
}

function slotNames(text: Text, language: 'en' | 'ko', path: Path, report: Report): readonly string[] {
  try {
    return [...slotsOf(language === 'en' ? { en: text.en, ko: '' } : { en: '', ko: text.ko })]
  } catch (error) {
    report([...path, language], (error as Error).message)
    return []
  }
}

/** `kubectl get <pod>` in a code span is text. */
function withoutCode(markdown: string): string {
  return markdown.replace(/`[^`]*`/g, '')
}
