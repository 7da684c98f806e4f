export { Guide } from './Guide.tsx'
export { Markdown } from './markdown/Markdown.tsx'
