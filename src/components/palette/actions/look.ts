import type { Text } from '../../../i18n/index.ts'
import {
  changeSettings,
  type Settings,
  select,
  session,
  settings,
  showEverything,
} from '../../../state/index.ts'
import type { Action } from '../action.ts'
import { openHelp, openPalette } from '../paletteStore.ts'

const words = {
  palette: { en: 'Commands', ko: '명령 찾기' },
  help: { en: 'Keys', ko: '키 목록' },
  close: { en: 'Close the inspector', ko: '살펴보기 닫기' },
  nothingOpen: { en: 'Nothing is selected.', ko: '골라 둔 것이 없어요.' },
  everything: { en: 'Show everything', ko: '모두 보이기' },
  everythingShown: { en: 'Everything is shown.', ko: '이미 모두 보여요.' },
  language: { en: '한국어로 보기', ko: 'Read in English' },
  themeLight: { en: 'Light theme', ko: '밝은 테마' },
  themeDark: { en: 'Dark theme', ko: '어두운 테마' },
  themeSystem: { en: 'Theme as the system has it', ko: '시스템 설정에 맞춘 테마' },
  largeType: { en: 'Large type on or off', ko: '큰 글자 켜기 / 끄기' },
  reducedMotion: { en: 'Reduced motion on or off', ko: '움직임 줄이기 켜기 / 끄기' },
  letterKeys: { en: 'Letter keys on or off', ko: '글자 단축키 켜기 / 끄기' },
  pauseToInspect: { en: 'Pause to inspect on or off', ko: '살펴볼 때 멈추기 켜기 / 끄기' },
} satisfies Record<string, Text>

const switches = ['largeType', 'reducedMotion', 'letterKeys', 'pauseToInspect'] as const
const themes = { light: words.themeLight, dark: words.themeDark, system: words.themeSystem } as const

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
    refusal: () => {
      const { guide, showEverything: isShown } = session.getState()
      return guide === undefined || isShown ? words.everythingShown : undefined
    },
    run: showEverything,
  },
  {
    id: 'language',
    group: 'look',
    label: words.language,
    run: () => changeSettings({ language: settings.getState().language === 'ko' ? 'en' : 'ko' }),
  },
  ...Object.entries(themes).map(
    ([theme, label]): Action => ({
      id: `theme-${theme}`,
      group: 'look',
      label,
      run: () => changeSettings({ theme: theme as Settings['theme'] }),
    }),
  ),
  ...switches.map(
    (name): Action => ({
      id: name,
      group: 'look',
      label: words[name],
      run: () => changeSettings({ [name]: !settings.getState()[name] }),
    }),
  ),
]
