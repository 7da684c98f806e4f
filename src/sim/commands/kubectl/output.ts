/** What a command has printed so far. */
export class Output {
  stdout = ''
  stderr = ''

  print(text: string): void {
    this.stdout += text
  }

  printError(text: string): void {
    this.stderr += text
  }

  /** A warning of the API server or of kubectl itself. */
  warn(text: string): void {
    this.stderr += `Warning: ${text}\n`
  }
}
