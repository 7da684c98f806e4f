/** What a JSONPath template prints: scalars as they are, objects and lists as JSON, with spaces between results. */

import type { Filling } from '../filling.ts'
import { compactJson, json } from '../formats/json.ts'
import { goSyntax } from '../goValue.ts'
import { Results } from './evaluate.ts'
import { JsonPathError, type Part } from './nodes.ts'
import { parseJsonPath } from './parse.ts'
import type { JsonPathOptions } from './walk.ts'

export interface JsonPathPrinterOptions extends JsonPathOptions {
  /** `-o jsonpath-as-json` */
  readonly asJson?: boolean
}

/** Throws a JsonPathError whose message is kubectl's, both here and when a template is filled. */
export function jsonPathTemplate(
  template: string,
  options: JsonPathPrinterOptions = {},
): (data: unknown) => Filling {
  const parts = parsed(template)
  return (data) => new JsonPathFilling({ template, parts, options }, data)
}

interface Template {
  readonly template: string
  readonly parts: readonly Part[]
  readonly options: JsonPathPrinterOptions
}

/** Values that count as much work as one that is looked at: their text is made. */
const valuesOfText = 10

class JsonPathFilling implements Filling {
  readonly texts: string[] = []
  readonly #template: Template
  readonly #data: unknown
  readonly #results: Results
  /** What is printed now, and how much of it has been. */
  #list: readonly unknown[] | undefined
  #printed = 0

  constructor(template: Template, data: unknown) {
    this.#template = template
    this.#data = data
    this.#results = new Results(template.parts, data, template.options)
  }

  further(most: number): boolean {
    try {
      for (let left = most; left > 0; left -= valuesOfText) {
        if (this.#list !== undefined) this.#print(this.#list)
        else if (this.#results.isOver) return true
        else {
          this.#list = this.#results.next(left)
          if (this.#list === undefined && !this.#results.isOver) return false
        }
      }
      return false
    } catch (error) {
      throw error instanceof JsonPathError ? failure(this.#template.template, this.#data, error) : error
    }
  }

  /** Scalars as they are, objects and lists as JSON, with spaces between them. */
  #print(list: readonly unknown[]): void {
    if (this.#template.options.asJson) this.texts.push(json(list))
    else if (this.#printed < list.length) {
      const text = resultText(list[this.#printed])
      this.texts.push(this.#printed === 0 ? text : ` ${text}`)
    }
    this.#printed++
    if (!this.#template.options.asJson && this.#printed < list.length) return
    this.#list = undefined
    this.#printed = 0
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

/** Characters that an error tells of what the template was filled with: a planet's pods are more text than there is room for. */
const mostOfData = 1_000_000

function failure(template: string, data: unknown, { message }: JsonPathError): JsonPathError {
  return new JsonPathError(
    `error executing jsonpath ${JSON.stringify(template)}: Error executing template: ${message}. ` +
      'Printing more information for debugging the template:\n' +
      `\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${goSyntax(data, mostOfData)}\n\n\n`,
  )
}
