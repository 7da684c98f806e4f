export function schemaText(): string
