/** The shape of a scenario file, for the reader and for the JSON Schema that editors use. What shape can't say is in rules.ts. */
import * as v from 'valibot'
import { parseDuration } from '../duration.ts'
import { lenses, regions } from './scenario.ts'

const mostSteps = 30
const longestText = 4000
const longestLine = 2000
const longestInput = 65_536
const longestCondition = 4096
const mostLines = 50
const mostOptions = 5
const mostHints = 5
const mostValues = 20
const mostOfASize = 1_000_000

const words = v.pipe(
  v.string('a text'),
  v.trim(),
  v.minLength(1, 'a text that says something'),
  v.maxLength(longestText, `at most ${longestText} characters`),
)
const text = v.strictObject({ en: words, ko: words })

/** For editors: what a field is. */
function told<T extends v.GenericSchema>(schema: T, description: string) {
  return v.pipe(schema, v.description(description))
}

const line = v.pipe(
  v.string('a command line'),
  v.trim(),
  v.minLength(1, 'a command line'),
  v.maxLength(longestLine, `at most ${longestLine} characters`),
  v.regex(/^[^\n\r]*$/, 'one line'),
)
const someLines = v.pipe(
  v.array(line, 'a list of lines'),
  v.minLength(1, 'at least one line'),
  v.maxLength(mostLines, `at most ${mostLines} lines`),
)

const condition = v.pipe(
  v.string('a CEL expression'),
  v.trim(),
  v.minLength(1, 'a CEL expression'),
  v.maxLength(longestCondition, `at most ${longestCondition} characters`),
)

const id = v.pipe(
  v.string('a name'),
  v.regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, 'a name of small letters, digits and "-"'),
)

/** "20s", as ticks. */
function duration(longest: string) {
  return v.pipe(
    v.string('a duration such as 20s'),
    v.regex(/^(\d+(\.\d+)?(ms|s|m|h))+$/, `a duration such as 20s, at most ${longest}`),
    v.check((text) => {
      const ticks = parseDuration(text)
      return ticks !== undefined && ticks > 0 && ticks <= (parseDuration(longest) as number)
    }, `a duration such as 20s, at most ${longest}`),
    v.transform((text) => parseDuration(text) as number),
  )
}

const whole = (least: number, most: number) =>
  v.pipe(
    v.number('a number'),
    v.integer('a whole number'),
    v.minValue(least, `at least ${least}`),
    v.maxValue(most, `at most ${most}`),
  )

const setupLine = v.union(
  [
    line,
    v.strictObject({
      run: line,
      stdin: v.optional(v.pipe(v.string('a text'), v.maxLength(longestInput, 'at most 65,536 characters'))),
    }),
  ],
  'a command line, or {run, stdin}',
)

const show = v.strictObject({
  lens: v.optional(v.picklist(lenses, `one of ${lenses.join(', ')}`)),
  select: v.optional(
    v.pipe(v.string('KIND/NAME'), v.regex(/^[a-z]+\/[-a-z0-9.]{1,253}$/, 'an object such as deployment/web')),
  ),
  speed: v.optional(
    v.pipe(
      v.number('simulated seconds a second'),
      v.minValue(0.05, 'at least 0.05'),
      v.maxValue(1000, 'at most 1000'),
    ),
  ),
  reveal: v.optional(
    v.array(v.picklist(regions, `one of ${regions.join(', ')}`), 'a list of regions of the screen'),
  ),
})

const prediction = v.strictObject({
  ask: text,
  options: v.pipe(
    v.array(v.strictObject({ text, when: condition }), 'a list of options'),
    v.minLength(2, 'at least two options'),
    v.maxLength(mostOptions, `at most ${mostOptions} options`),
  ),
  after: v.optional(
    told(duration('1h'), 'From Run to the verdict. Left out where the step replays another.'),
  ),
})

const slotName = v.pipe(
  v.string(),
  v.regex(/^[a-zA-Z]\w{0,29}$/, 'a name of letters and digits, to be used as {name}'),
)
const value = v.union(
  [condition, v.strictObject({ until: condition })],
  'a CEL expression, or {until: a CEL condition}',
)
const values = v.pipe(
  v.record(slotName, value, 'values by name'),
  v.maxEntries(mostValues, `at most ${mostValues} values`),
)

const step = v.strictObject({
  id,
  say: told(text, 'Markdown without HTML.'),
  notes: v.optional(told(text, 'For the speaker.')),
  show: v.optional(show),
  given: v.optional(told(condition, 'CEL: what is true where the step begins.')),
  predict: v.optional(prediction),
  do: v.optional(told(someLines, 'What Run sends, line by line.')),
  replay: v.optional(told(id, 'An earlier step, whose seconds Run plays again.')),
  wait: v.optional(told(duration('1h'), 'From Run to the end of a step that predicts nothing.')),
  goal: v.optional(
    told(v.strictObject({ when: condition, held: duration('10m') }), 'Stays true for `held`.'),
  ),
  solution: v.optional(told(someLines, 'What a learner would type.')),
  values: v.optional(told(values, 'What {name} stands for in after, onWrong and detour.')),
  after: v.optional(text),
  onWrong: v.optional(told(text, 'Said before `after` when the guess was wrong.')),
  detour: v.optional(
    told(v.strictObject({ when: condition, say: text }), 'Said on a wrong way to the goal.'),
  ),
  hints: v.optional(
    v.pipe(v.array(text, 'a list of texts'), v.maxLength(mostHints, `at most ${mostHints} hints`)),
  ),
})

const sizes = v.pipe(
  v.record(
    slotName,
    v.strictObject({ full: whole(1, mostOfASize), small: whole(1, mostOfASize) }),
    'sizes by name',
  ),
  v.maxEntries(mostValues, `at most ${mostValues} sizes`),
)

export const scenarioFile = v.strictObject({
  apiVersion: v.literal('kubeloop.dev/v1', 'kubeloop.dev/v1'),
  kind: v.literal('Scenario', 'Scenario'),
  metadata: v.strictObject({
    id,
    chapter: whole(1, 99),
    minutes: whole(1, 60),
    level: v.picklist(['first-steps', 'course', 'challenge'], 'first-steps, course or challenge'),
    order: whole(1, 9999),
  }),
  sizes: v.optional(told(sizes, 'Numbers that <name> stands for: as played, and small enough for tests.')),
  title: text,
  summary: text,
  setup: v.pipe(
    v.array(setupLine, 'a list of lines'),
    v.minLength(1, 'at least one line'),
    v.maxLength(mostLines, `at most ${mostLines} lines`),
  ),
  steps: v.pipe(
    v.array(step, 'a list of steps'),
    v.minLength(1, 'at least one step'),
    v.maxLength(mostSteps, `at most ${mostSteps} steps`),
  ),
  solution: v.optional(told(someLines, 'Of the only step that needs one.')),
})

export type ScenarioFile = v.InferOutput<typeof scenarioFile>
export type StepFile = ScenarioFile['steps'][number]
