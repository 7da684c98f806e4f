import { describe, expect, it } from 'vitest'
import { findNamed, isCommandLine } from './search.ts'

const names = [
  '재생 / 일시 정지',
  '다음 단계',
  '마지막 명령 되돌리기',
  'pod/web-1',
  'pod/db-1',
  'deployment/web',
].map((name) => ({ name }))
const found = (query: string) => findNamed(names, query, 10).map(({ name }) => name)

describe('the search of the palette', () => {
  it.each([
    ['web', ['pod/web-1', 'deployment/web']],
    ['deploy', ['deployment/web']],
    ['WEB pod', ['pod/web-1']],
    ['되돌', ['마지막 명령 되돌리기']],
    // Syllables that are still being composed.
    ['잿', ['재생 / 일시 정지']],
    ['다음 ㄷ', ['다음 단계']],
    ['zzz', []],
    ['', names.map(({ name }) => name)],
  ])('%s finds %j', (query, expected) => expect(found(query)).toEqual(expected))

  it('puts names that begin with it first', () => {
    expect(findNamed([{ name: 'a web' }, { name: 'web' }], 'web', 10)[0]).toEqual({ name: 'web' })
  })

  it.each([
    ['kubectl get pods', true],
    ['sim wait 5s', true],
    ['kubectl', false],
    ['simulate', false],
  ])('%s is a line to run: %s', (text, is) => expect(isCommandLine(text)).toBe(is))
})
