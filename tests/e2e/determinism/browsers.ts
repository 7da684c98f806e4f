/** Browsers that open one address and are closed again. The visit needs nothing else of them. */
import { launchChromium } from '../chromium.ts'
import { launchFirefox } from '../firefox.ts'

/** Closes what was opened. */
export type Close = () => Promise<void>

export async function openInChromium(url: string): Promise<Close> {
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto(url)
  return () => browser.close()
}

export async function openInFirefox(url: string): Promise<Close> {
  const { close } = launchFirefox([url])
  return close
}
