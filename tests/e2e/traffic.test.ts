/** Requests on the screen: the Traffic lens with a load and a rollout under it, and the hand that sets the load. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words as palette } from '../../src/components/palette/words.ts'
import { words as control } from '../../src/components/stage/traffic/control/words.ts'
import { words as lens } from '../../src/components/stage/traffic/words.ts'
import { words as shown } from '../../src/components/stage/words.ts'
import { App, clippedTexts, isOpen, objections } from './app.ts'

const minute = 60_000
let app: App

beforeAll(async () => {
  app = await App.start()
})

afterAll(() => app?.stop())

describe.each([
  ['en', 'light', 390, 844],
  ['ko', 'dark', 390, 844],
  ['en', 'dark', 1024, 768],
  ['ko', 'light', 1024, 768],
  ['ko', 'dark', 1280, 800],
  ['en', 'light', 1920, 1080],
] as const)('the Traffic lens in %s, %s, %i wide', (language, colorScheme, width, height) => {
  it(
    'clips no text, has nothing that axe objects to, and says nothing to the console',
    async () => {
      const { page, troubles } = await app.visit({
        language,
        colorScheme,
        viewport: { width, height },
        hash: '/sandbox',
      })
      await isOpen(page)
      for (const line of [
        'kubectl scale deployment/web --replicas=5',
        'kubectl autoscale deployment/web --min=2 --max=8 --cpu=50%',
        'sim wait 10s',
        'sim traffic svc/web --rps 220',
        'sim wait 12s',
        'kubectl set image deployment/web nginx=nginx:1.28',
        'sim wait 2500ms',
      ])
        await page.evaluate(`kubeloop.run(${JSON.stringify(line)})`)
      await page.keyboard.press('4')
      const stage = page.getByRole('region', { name: lens.stage[language], exact: true })
      await stage.waitFor()
      // The clock no longer tells of its last jump, and what was to be said has been.
      await page.waitForTimeout(2500)
      expect(await clippedTexts(page)).toEqual([])
      expect(await objections(page)).toEqual([])
      await stage.getByRole('button', { name: shown.asTable[language] }).click()
      expect(await clippedTexts(page)).toEqual([])
      expect(await objections(page)).toEqual([])
      expect(troubles).toEqual([])
      await page.context().close()
    },
    minute,
  )
})

it('draws requests that fly while time passes slowly, and none above four times or with less motion', async () => {
  const { page } = await app.visit({ hash: '/sandbox' })
  await isOpen(page)
  await page.evaluate("kubeloop.run('sim traffic svc/web --rps 100')")
  await page.keyboard.press('4')
  await page.getByRole('region', { name: lens.stage.en, exact: true }).waitFor()
  await page.evaluate('kubeloop.play()')
  await page.waitForFunction(`${flying} > 5`)
  expect(await page.evaluate(flying)).toBeLessThanOrEqual(60)
  await page.evaluate('kubeloop.setSpeed(10)')
  await page.waitForFunction(`${flying} === 0`)
  await page.evaluate('kubeloop.setSpeed(1)')
  await page.waitForFunction(`${flying} > 5`)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.waitForFunction(`${flying} === 0`)
  await page.context().close()
})

it.each(['en', 'ko'] as const)(
  'the load is set, changed, spiked and stopped in %s by keyboard alone, a line for each',
  async (language) => {
    const { page, troubles } = await app.visit({ language, hash: '/sandbox' })
    await isOpen(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox', { name: palette.search[language] }).waitFor()
    await page.keyboard.type(language === 'en' ? 'Send requests' : '요청 보내기')
    await page.keyboard.press('Enter')
    const slider = page.getByRole('slider', { name: control.rate[language] })
    await tabTo(page, slider)
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight')
    await lines(page, 1)
    await tabTo(page, page.getByRole('radio', { checked: true }))
    await page.keyboard.press('ArrowRight')
    await lines(page, 2)
    await tabTo(page, page.getByRole('button', { name: control.spike[language] }))
    await page.keyboard.press('Enter')
    await lines(page, 3)
    await tabTo(page, page.getByRole('button', { name: control.stop[language] }))
    await page.keyboard.press('Enter')
    const sent = await lines(page, 4)
    expect(sent).toEqual([
      'sim traffic svc/web --rps 100',
      'sim traffic svc/web --rps 100 --shape ramp',
      'sim traffic svc/web --rps 100 --shape spike --over 20s',
      'sim traffic stop svc/web',
    ])
    await page.getByRole('button', { name: control.start[language] }).waitFor()
    await page.keyboard.press('u')
    await page.getByRole('button', { name: control.stop[language] }).waitFor()
    expect(troubles).toEqual([])
    await page.context().close()
  },
  minute,
)

it(
  'a load is found and sent from the Service in the Loop lens, and its autoscaler tells its sums',
  async () => {
    const { page, troubles } = await app.visit({ hash: '/sandbox' })
    await isOpen(page)
    await page.getByRole('button', { name: 'web', exact: true }).last().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Send requests' }).click()
    await page.getByRole('button', { name: 'Traffic', exact: true }).waitFor()
    await page.evaluate("kubeloop.run('kubectl set resources deployment/web --requests=cpu=200m')")
    await page.evaluate("kubeloop.run('kubectl autoscale deployment/web --min=2 --max=8 --cpu=50%')")
    await page.evaluate("kubeloop.run('sim wait 60s')")
    await page.getByText('HPA', { exact: true }).click()
    await page.getByRole('tab', { name: 'Decisions' }).waitFor()
    await page
      .getByText(/^\d+% ÷ 50% .*= [\d.]+/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Requests', exact: true }).click()
    await page.getByRole('img', { name: /^The autoscaler over time/ }).waitFor()
    expect(await clippedTexts(page)).toEqual([])
    expect(await objections(page)).toEqual([])
    expect(troubles).toEqual([])
    await page.context().close()
  },
  minute,
)

const flying = "document.getAnimations().filter(({ effect }) => effect.target?.matches?.('[data-is]')).length"

/** The lines sent, as soon as there are so many. */
async function lines(page: Page, count: number): Promise<readonly string[]> {
  const all =
    "kubeloop.state.session.log.map(({ line }) => line).filter((line) => line.startsWith('sim traffic'))"
  await page.waitForFunction(`${all}.length >= ${count}`)
  // Had a second line been on its way, it would have come by now.
  await page.waitForTimeout(800)
  return page.evaluate<string[]>(all)
}

async function tabTo(page: Page, element: ReturnType<Page['getByRole']>): Promise<void> {
  await element.waitFor({ state: 'attached' })
  for (let press = 0; press < 80; press++) {
    if (await element.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}
