/** What lint found: an error stops publication, a warning asks for a look, info is work to do. */
export interface Problem {
  readonly level: 'error' | 'warning' | 'info'
  readonly code: string
  readonly where: string
  readonly note: string
}

/** A collector of problems with the level fixed once. */
export class Findings {
  readonly problems: Problem[] = []

  error(code: string, where: string, note: string): void {
    this.problems.push({ level: 'error', code, where, note })
  }

  warning(code: string, where: string, note: string): void {
    this.problems.push({ level: 'warning', code, where, note })
  }

  info(code: string, where: string, note: string): void {
    this.problems.push({ level: 'info', code, where, note })
  }
}
