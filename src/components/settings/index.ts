export { SettingsMenu } from './SettingsMenu.tsx'
export { useAppearance } from './useAppearance.ts'
export { words as settingsWords } from './words.ts'
