import type { Text } from '../../../i18n/index.ts'
import {
  changeSettings,
  type Lens,
  lenses,
  lensesThere,
  select,
  session,
  settings,
  showEverything,
  showLens,
  world,
} from '../../../state/index.ts'
import { settingsWords } from '../../settings/index.ts'
import type { Action } from '../action.ts'
import { openHelp, openPalette } from '../paletteStore.ts'

const words = {
  palette: { en: 'Commands', ko: '명령 찾기' },
  help: { en: 'Keys', ko: '키 목록' },
  close: { en: 'Close the inspector', ko: '살펴보기 닫기' },
  nothingOpen: { en: 'Nothing is selected.', ko: '골라 둔 것이 없어요.' },
  everything: { en: 'Show everything', ko: '모두 보이기' },
  loop: { en: 'Look at the control loop', ko: '제어 루프 보기' },
  map: { en: 'Look at the map of nodes', ko: '노드 지도 보기' },
  traffic: { en: 'Look at the requests', ko: '요청(트래픽) 보기' },
  onOrOff: { en: 'on or off', ko: '켜기 / 끄기' },
} satisfies Record<string, Text>

const switches = ['largeType', 'reducedMotion', 'letterKeys', 'pauseToInspect'] as const
const withValue = (name: Text, value: Text): Text => ({
  en: `${name.en}: ${value.en}`,
  ko: `${name.ko}: ${value.ko}`,
})

/** Key 3 is kept for the tree. */
const lensKeys: { readonly [L in Lens]: string } = { loop: '1', map: '2', traffic: '4' }

const themes = ['light', 'dark', 'system'] as const

export const lookActions: readonly Action[] = [
  {
    id: 'palette',
    group: 'look',
    label: words.palette,
    keys: [{ key: 'k', code: 'KeyK', command: true, shown: 'K' }],
    run: openPalette,
  },
  {
    id: 'help',
    group: 'look',
    label: words.help,
    keys: [{ key: '?', code: 'Slash', shift: true, shown: '?' }],
    run: openHelp,
  },
  {
    id: 'close',
    group: 'look',
    label: words.close,
    keys: [{ key: 'Escape', code: 'Escape', shown: 'Esc' }],
    refusal: () => (session.getState().selected === 0 ? words.nothingOpen : undefined),
    run: () => select(0),
  },
  {
    id: 'everything',
    group: 'look',
    label: words.everything,
    isThere: () => {
      const { guide, showEverything: isShown } = session.getState()
      return guide !== undefined && !isShown
    },
    run: showEverything,
  },
  {
    id: 'language',
    group: 'look',
    label: settingsWords.switchLanguage,
    run: () => changeSettings({ language: settings.getState().language === 'ko' ? 'en' : 'ko' }),
  },
  ...lenses.map(
    (lens): Action => ({
      id: `lens-${lens}`,
      group: 'look',
      label: words[lens],
      keys: [{ key: lensKeys[lens], code: `Digit${lensKeys[lens]}`, shown: lensKeys[lens] }],
      isThere: () => lensesThere(world.getState(), session.getState()).includes(lens),
      run: () => showLens(lens),
    }),
  ),
  ...themes.map(
    (theme): Action => ({
      id: `theme-${theme}`,
      group: 'look',
      label: withValue(settingsWords.theme, settingsWords[theme]),
      run: () => changeSettings({ theme }),
    }),
  ),
  ...switches.map(
    (name): Action => ({
      id: name,
      group: 'look',
      label: withValue(settingsWords[name], words.onOrOff),
      run: () => changeSettings({ [name]: !settings.getState()[name] }),
    }),
  ),
]
