/** What a dropped file is, judged by a look at its text; whoever takes it parses it with care. */

export type Content = 'save' | 'scenario' | 'manifest'

export function contentOf(text: string): Content {
  const start = text.trimStart()
  if (start.startsWith('{') && /"v"\s*:\s*\d/.test(start) && !/"apiVersion"\s*:/.test(start)) return 'save'
  return /^kind:\s*["']?Scenario\b/m.test(text) && /kubeloop\.dev\//.test(text) ? 'scenario' : 'manifest'
}
