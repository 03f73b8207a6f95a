/** Trouble only the operator can end; its message is one sentence saying what is wrong and what to do. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}

/** Turns errors of the operating system that need the operator into one clear sentence. */
export function operatorSentence(error: unknown): string | undefined {
  if (error instanceof OperatorError) return error.message
  const { code, message = '', path } = error as { code?: string; message?: string; path?: string }
  const text = String(message)
  if (code === 'ENOSPC' || code === '53100' || /no space left on device/i.test(text)) {
    return 'The disk is full: free some space (Yizhuan needs about 500 MB to start) and run the same command again.'
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return `${path ?? 'The data folder'} cannot be written: give this user the right to write there, or set YIZHUAN_DATA to another folder.`
  }
  return undefined
}
