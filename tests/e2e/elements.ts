import type { Page } from 'playwright-core'

/** Of any page, however large the world is. */
export const mostElements = 1500

export const elements = (page: Page) =>
  page.evaluate("document.querySelectorAll('*').length") as Promise<number>
