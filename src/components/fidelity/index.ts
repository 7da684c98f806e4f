export { FidelityPage as default } from './FidelityPage.tsx'
