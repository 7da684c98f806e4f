/** A learner who plays a scenario by what can be seen and pressed, in either language. */
import type { Page } from 'playwright-core'
import { words as guide } from '../../src/components/guide/words.ts'
import { words as terminal } from '../../src/components/terminal/words.ts'
import { positionOf } from '../../src/components/transport/speed.ts'
import { words as transport } from '../../src/components/transport/words.ts'
import { words as bench } from '../../src/components/workbench/words.ts'
import type { Text } from '../../src/i18n/index.ts'
import type { Scenario, Step } from '../../src/lab/scenario/scenario.ts'
import type { Language } from './app.ts'
import { type Hand, Pointer } from './hands.ts'

/** Long enough for the slowest step on a busy machine. */
const patience = 90_000
/** Simulated seconds a second, for a learner who can't wait. */
const hurry = 200

export class Learner {
  readonly #page: Page
  readonly #language: Language
  readonly #hand: Hand
  readonly #hurries: boolean

  /** `hurries`: whether the speed is turned up wherever there is something to wait for. */
  constructor(page: Page, language: Language, hand: Hand = new Pointer(), hurries = false) {
    this.#page = page
    this.#language = language
    this.#hand = hand
    this.#hurries = hurries
  }

  /** Plays to the end. `look` is called with the screen as it is before and after each step's answer. */
  async play(scenario: Scenario, look: (moment: string) => Promise<void> = async () => {}): Promise<void> {
    for (const [index, step] of scenario.steps.entries()) {
      await this.#at(index, scenario.steps.length)
      await look(`${step.id}, asked`)
      if (step.predict !== undefined) await this.#predict(step)
      else if (step.do !== undefined) await this.#press(guide.run)
      if (step.goal !== undefined) await this.#reach(step)
      await this.#answer(step)
      await look(`${step.id}, told`)
      if (index < scenario.steps.length - 1) await this.#press(guide.next)
    }
    await this.#page.getByText(this.#say(guide.youDid)).waitFor({ timeout: patience })
  }

  async #at(index: number, steps: number): Promise<void> {
    await this.#page
      .getByText(this.#say(guide.stepOf, { step: index + 1, steps }), { exact: true })
      .first()
      .waitFor({ timeout: patience })
  }

  async #predict(step: Step): Promise<void> {
    await this.#hand.choose(this.#page.getByRole('radiogroup').getByRole('radio').first())
    await this.#press(guide.lock)
    await this.#press(step.replay === undefined ? guide.run : guide.replay)
  }

  /** By the lines of the solution, typed in the terminal. */
  async #reach(step: Step): Promise<void> {
    const prompt = this.#page.getByRole('combobox', { name: this.#say(terminal.prompt) })
    if (!(await prompt.isVisible()))
      await this.#hand.press(this.#page.getByRole('tab', { name: this.#say(bench.terminal) }))
    for (const line of step.solution ?? []) await this.#hand.type(prompt, line)
  }

  /** What the learner guessed is told apart from what happened only where the two differ. */
  async #answer(step: Step): Promise<void> {
    if (this.#hurries && (step.predict !== undefined || step.goal !== undefined)) await this.#speedUp()
    if (step.predict !== undefined)
      await this.#region(guide.right).or(this.#region(guide.wrong)).first().waitFor({ timeout: patience })
    else if (step.goal !== undefined)
      await this.#page
        .getByText(this.#say(guide.goalReached), { exact: true })
        .first()
        .waitFor({ timeout: patience })
  }

  async #speedUp(): Promise<void> {
    await this.#page
      .getByRole('slider', { name: this.#say(transport.speed), exact: true })
      .fill(String(positionOf(hurry)))
  }

  #region(text: Text) {
    return this.#page.getByRole('region', { name: this.#say(text), exact: true })
  }

  #press(text: Text): Promise<void> {
    const button = this.#page
      .getByRole('button', { name: new RegExp(`^${this.#say(text)}`) })
      .and(this.#page.locator(':not([disabled])'))
    return this.#hand.press(button.first())
  }

  #say(text: Text | undefined, slots: Readonly<Record<string, string | number>> = {}): string {
    const said = text?.[this.#language] ?? ''
    return said.replace(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''))
  }
}
