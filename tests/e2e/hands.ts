/** How a learner presses, chooses and types: with a pointer, or with nothing but keys. */
import type { Locator, Page } from 'playwright-core'

export interface Hand {
  press(button: Locator): Promise<void>
  choose(option: Locator): Promise<void>
  type(field: Locator, line: string): Promise<void>
}

export class Pointer implements Hand {
  press = (button: Locator): Promise<void> => button.click()

  /** The circle itself is drawn, not pressed: what is seen of a radio button is its label. */
  choose = (option: Locator): Promise<void> => option.locator('xpath=ancestor::label').click()

  async type(field: Locator, line: string): Promise<void> {
    await field.fill(line)
    await field.press('Enter')
  }
}

/** More than the workbench has places to stop at. */
const mostStops = 120

export class Keyboard implements Hand {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(button: Locator): Promise<void> {
    await this.#reach(button)
    await this.#page.keyboard.press('Enter')
  }

  async choose(option: Locator): Promise<void> {
    await this.#reach(option)
    await this.#page.keyboard.press('Space')
  }

  async type(field: Locator, line: string): Promise<void> {
    await this.#reach(field)
    await this.#page.keyboard.type(line)
    await this.#page.keyboard.press('Enter')
  }

  /** From wherever the focus is, by Tab alone; who can't see where the focus is can't go on. */
  async #reach(place: Locator): Promise<void> {
    await place.waitFor({ state: 'attached' })
    for (let stop = 0; stop < mostStops; stop++) {
      if (await place.evaluate((element) => element === document.activeElement)) {
        if (!(await place.evaluate(showsFocus))) throw new Error(`the focus isn't seen on ${place}`)
        return
      }
      await this.#page.keyboard.press('Tab')
    }
    throw new Error(`${mostStops} times Tab don't lead to ${place}`)
  }
}

/** Whether an outline or a shadow marks the element itself or the label that stands for it. */
function showsFocus(element: Element): boolean {
  const marked = [element, element.closest('label'), element.parentElement]
  return marked.some((one) => {
    if (one === null) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  })
}
