/**
 * `npm run screenshots`: builds the app and takes the pictures of docs/images, by what can be seen and pressed, as a
 * learner would. Names after it take only those: `npm run screenshots -- asleep-en-light`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, preview, runnerImport } from 'vite'
import { findOrInstallChromium } from './chromium.mjs'
import { repacked } from './repack-png.mjs'
import { root } from './root.mjs'

/** A picture as large as this is too large for a page that people open on the way. */
const mostBytes = 250_000

const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

const pictures = [
  { name: 'asleep-en-light', take: asleep, language: 'en', colorScheme: 'light', viewport: desktop },
  { name: 'asleep-en-dark', take: asleep, language: 'en', colorScheme: 'dark', viewport: desktop },
  { name: 'rollout-ko-light', take: rollout, language: 'ko', colorScheme: 'light', viewport: desktop },
  { name: 'rollout-ko-dark', take: rollout, language: 'ko', colorScheme: 'dark', viewport: desktop },
  {
    name: 'traffic-ko-light',
    take: traffic,
    language: 'ko',
    colorScheme: 'light',
    viewport: desktop,
    isMoving: true,
  },
  {
    name: 'traffic-ko-dark',
    take: traffic,
    language: 'ko',
    colorScheme: 'dark',
    viewport: desktop,
    isMoving: true,
  },
  { name: 'phone-ko-light', take: asleep, language: 'ko', colorScheme: 'light', viewport: phone },
]

process.chdir(root)
const executablePath = findOrInstallChromium()
if (!executablePath) process.exit(1)
const { scenarioFiles } = await imported('scripts/scenario-plugin.ts')
const [
  { Learner },
  { scenarioNamed },
  { words: terminal },
  { words: bench },
  { words: stage },
  { words: inspector },
  { words: transport },
] = await Promise.all(
  [
    'tests/e2e/learner.ts',
    'src/lab/scenario/library.ts',
    'src/components/terminal/words.ts',
    'src/components/workbench/words.ts',
    'src/components/stage/actual/words.ts',
    'src/components/inspector/words.ts',
    'src/components/transport/words.ts',
  ].map((path) => imported(path, [scenarioFiles()])),
)

const outDir = join(root, '.cache', 'screenshots')
await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } })
const server = await preview({ logLevel: 'warn', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
mkdirSync('docs/images', { recursive: true })

const wanted = process.argv.slice(2)
let isGood = true
for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const path = `docs/images/${picture.name}.png`
  const png = repacked(await taken(picture))
  writeFileSync(path, png)
  console.log(`${path}  ${Math.round(png.length / 1000)} kB`)
  if (png.length > mostBytes) isGood = false
}
await browser.close()
await server.close()
if (!isGood) console.error(`A picture is larger than ${mostBytes / 1000} kB.`)
process.exit(isGood ? 0 : 1)

/** Pictures are of a world at rest, unless what moves is what they show. */
async function taken({ take, language, colorScheme, viewport, isMoving = false }) {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    deviceScaleFactor: 1.5,
    reducedMotion: isMoving ? 'no-preference' : 'reduce',
  })
  const settings = JSON.stringify({ language })
  await context.addInitScript(`localStorage['kubeloop/settings'] ??= ${JSON.stringify(settings)}`)
  const page = await context.newPage()
  await take(page, language)
  // The last frame is drawn, cross-fades are over, and the clock no longer tells of its last jump.
  await page.waitForTimeout(2500)
  const png = await page.screenshot()
  await context.close()
  return png
}

/** The first scenario's fourth step: three pods deleted, and the one who would replace them asleep. */
async function asleep(page, language) {
  await visit(page, '/scenario/desired-vs-actual')
  await new Promise((resolve, reject) => {
    const stopHere = (moment) => (moment === 'sleep, told' ? new Promise(() => resolve()) : Promise.resolve())
    new Learner(page, language).play(scenarioNamed('desired-vs-actual'), stopHere).catch(reject)
  })
}

/** The sandbox in the middle of a rolling update, with the trail of a pod of the new version. */
async function rollout(page, language) {
  await visit(page, '/sandbox')
  await typed(page, language, [
    'kubectl scale deployment/web --replicas=6',
    'sim wait 10s',
    'kubectl set image deployment/web nginx=nginx:1.28',
    'sim wait 4s',
  ])
  const newVersion = stage.revision[language].replace('{n}', '2')
  await page
    .getByRole('button', { name: new RegExp(newVersion) })
    .first()
    .click()
  await page.getByRole('tab', { name: inspector.why[language] }).click()
}

/** A rolling update without readiness probes, as those see it whose requests it loses. */
async function traffic(page, language) {
  await visit(page, '/sandbox')
  await typed(page, language, [
    'kubectl scale deployment/web --replicas=6',
    'sim wait 8s',
    'sim traffic svc/web --rps 220',
    'sim wait 12s',
    'kubectl set image deployment/web nginx=nginx:1.28',
    'sim wait 1500ms',
  ])
  await page.keyboard.press('4')
  await page.getByRole('button', { name: transport.play[language], exact: true }).click()
}

/** Lines in the terminal, which is folded away again. */
async function typed(page, language, lines) {
  const prompt = page.getByRole('combobox', { name: terminal.prompt[language] })
  if (!(await prompt.isVisible())) await page.getByRole('tab', { name: terminal.terminal[language] }).click()
  for (const line of lines) {
    await prompt.fill(line)
    await prompt.press('Enter')
    await prompt.and(page.locator(':enabled')).waitFor()
  }
  await page.getByRole('button', { name: bench.hide[language] }).click()
}

async function visit(page, hash) {
  await page.goto(`${server.resolvedUrls.local[0]}#${hash}`)
}

/** A module of the app or of its tests, as Vite reads it. */
async function imported(path, plugins = []) {
  const { module } = await runnerImport(join(root, path), { configFile: false, plugins })
  return module
}
