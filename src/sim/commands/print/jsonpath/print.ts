/** What a JSONPath template prints: scalars as they are, objects and lists as JSON, with spaces between results. */

import { compactJson, json } from '../formats/json.ts'
import { goSyntax } from '../goValue.ts'
import { findResults, type JsonPathOptions } from './evaluate.ts'
import { JsonPathError, type Part } from './nodes.ts'
import { parseJsonPath } from './parse.ts'

export interface JsonPathPrinterOptions extends JsonPathOptions {
  /** `-o jsonpath-as-json` */
  readonly asJson?: boolean
}

/** Throws a JsonPathError whose message is kubectl's, both here and when the printer is used. */
export function jsonPathPrinter(
  template: string,
  options: JsonPathPrinterOptions = {},
): (data: unknown) => string {
  const parts = parsed(template)
  return (data) => {
    try {
      return findResults(parts, data, options)
        .map((results) => (options.asJson ? json(results) : results.map(resultText).join(' ')))
        .join('')
    } catch (error) {
      throw error instanceof JsonPathError ? failure(template, data, error) : error
    }
  }
}

function parsed(template: string): readonly Part[] {
  try {
    return parseJsonPath(template)
  } catch (error) {
    if (error instanceof JsonPathError)
      throw new JsonPathError(`error parsing jsonpath ${template}, ${error.message}`)
    throw error
  }
}

function resultText(value: unknown): string {
  return typeof value === 'object' && value !== null ? compactJson(value) : String(value)
}

function failure(template: string, data: unknown, { message }: JsonPathError): JsonPathError {
  return new JsonPathError(
    `error executing jsonpath ${JSON.stringify(template)}: Error executing template: ${message}. ` +
      'Printing more information for debugging the template:\n' +
      `\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${goSyntax(data)}\n\n\n`,
  )
}
