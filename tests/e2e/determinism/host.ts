/** Serves the built app and, beside it, the page that visits it; waits for what the visit tells. */
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { type Plugin, preview } from 'vite'
import { bundled } from '../bundled.ts'
import type { Plan, Told } from './journey.ts'

const page = '<!doctype html><title>A visit</title><script type="module" src="journey.js"></script>'

export interface Journeys {
  readonly url: string
  /** What the next visit tells; rejects with what went wrong on its page. */
  told(): Promise<Told>
  stop(): Promise<void>
}

export async function serveJourneys(plan: Plan): Promise<Journeys> {
  const script = await bundled(join(import.meta.dirname, 'journey.ts'))
  const answers: ((told: Told | { error: string }) => void)[] = []
  const visits: Plugin = {
    name: 'visits',
    configurePreviewServer({ middlewares }) {
      middlewares.use('/visit', async (request, response) => {
        const [type, body] = await answerTo(request)
        response.setHeader('Content-Type', type)
        response.end(body)
      })
    },
  }

  async function answerTo(request: IncomingMessage): Promise<readonly [type: string, body: string]> {
    switch (request.url) {
      case '/journey.js':
        return ['text/javascript', script]
      case '/plan.json':
        return ['application/json', JSON.stringify(plan)]
      case '/told':
        answers.shift()?.(JSON.parse(await textOf(request)))
        return ['text/plain', '']
      default:
        return ['text/html', page]
    }
  }

  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    plugins: [visits],
    preview: { port: 0, host: '127.0.0.1' },
  })
  return {
    url: `${server.resolvedUrls?.local[0]}visit/`,
    async told() {
      const answer = await new Promise<Told | { error: string }>((resolve) => answers.push(resolve))
      if ('error' in answer) throw new Error(answer.error)
      return answer
    },
    stop: () => server.close(),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += part
  return text
}
