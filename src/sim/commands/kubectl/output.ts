/** What a command has printed so far. */
export class Output {
  stdout = ''
  stderr = ''
  /** Characters that were printed after those and are not kept. */
  omitted = 0
  #mostKept = Number.POSITIVE_INFINITY

  print(text: string): void {
    const room = this.#mostKept - this.stdout.length
    this.stdout += text.length <= room ? text : text.slice(0, room)
    this.omitted += Math.max(0, text.length - room)
  }

  printError(text: string): void {
    this.stderr += text
  }

  /** A warning of the API server or of kubectl itself. */
  warn(text: string): void {
    this.stderr += `Warning: ${text}\n`
  }

  /** Of what is printed only the beginning is wanted. */
  keepOnly(most: number): void {
    this.#mostKept = most
  }
}
