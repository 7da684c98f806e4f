/** A Chromium and a server of the built app, for tests that look at the app as a visitor's browser does. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { type PreviewServer, preview } from 'vite'

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, headless: true, args: quietFlags })
}

/** Serves dist/ on a free port. */
export async function serveApp(): Promise<{ url: string; server: PreviewServer }> {
  if (!existsSync('dist/index.html')) throw new Error('There is no dist/: run `npm run build:app` first.')
  const server = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } })
  const url = server.resolvedUrls?.local[0]
  if (!url) throw new Error('The server of dist/ has no address.')
  return { url, server }
}
