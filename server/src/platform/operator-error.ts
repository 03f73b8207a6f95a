/** Trouble only the operator can end; its message is one sentence saying what is wrong and what to do. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}

interface SystemError {
  readonly code: string
  readonly message: string
  readonly path: string
  readonly severity: string
}

/** Turns errors of the operating system that need the operator into one clear sentence. */
export function operatorSentence(error: unknown): string | undefined {
  if (error instanceof OperatorError) return error.message
  const { code, message = '', path, severity } = error as Partial<SystemError>
  const text = String(message)
  if (code === 'ENOSPC' || code === '53100' || /no space left on device/i.test(text)) {
    return 'The disk is full: free some space (Yizhuan needs about 500 MB to start) and run the same command again.'
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return `${path ?? 'The data folder'} cannot be written: give this user the right to write there, or set YIZHUAN_DATA to another folder.`
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `${path ?? 'The data folder'} is not a folder: move it away, or set YIZHUAN_DATA to another folder.`
  }
  if (code === '42501') {
    return `The user of DATABASE_URL lacks a right (${text}): let it own the database, or use one that does.`
  }
  // Other errors of PostgreSQL carry a severity; their words are for whoever runs it.
  if (typeof severity === 'string') {
    return `PostgreSQL refuses (${text}): correct what it says, or restore the data folder from a backup.`
  }
  return undefined
}
