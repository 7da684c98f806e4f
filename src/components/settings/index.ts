export { SettingsMenu } from './SettingsMenu.tsx'
export { useAppearance } from './useAppearance.ts'
