import type { Words } from '@yizhuan/kit'
import type { Assessment, Cite, Finding } from '@yizhuan/law'

/** What one norm says of a case now, and what it would say. */
export interface Impact {
  readonly norm: string
  readonly title: Words
  readonly cite: Cite | null
  readonly before: Seen
  readonly after: Seen
}

/** The parts of a finding that people act on. */
export interface Seen {
  readonly status: string
  readonly due: string | null
  readonly opens: string | null
}

/** The norms that would say something else: another status, another deadline, another first day. */
export function impactOf(before: Assessment, after: Assessment): readonly Impact[] {
  const now = new Map(before.findings.map((finding) => [finding.norm, seen(finding)]))
  return after.findings.flatMap((finding) => {
    const [was, is] = [now.get(finding.norm), seen(finding)]
    if (was === undefined || isSame(was, is)) return []
    const { norm, title, cites } = finding
    return [{ norm, title, cite: cites[0] ?? null, before: was, after: is }]
  })
}

function seen({ status, due, opens }: Finding): Seen {
  return { status, due: due ?? null, opens: opens ?? null }
}

function isSame(a: Seen, b: Seen): boolean {
  return a.status === b.status && a.due === b.due && a.opens === b.opens
}
