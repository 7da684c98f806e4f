import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { baselinesFolder, casesFolder } from '../index.ts'
import { docsOf } from './index.ts'

it('tells in docs/ what the baselines say', () => {
  for (const [path, text] of docsOf(casesFolder, baselinesFolder))
    expect(readFileSync(path, 'utf8')).toBe(text)
})
