// The acts by which something takes effect: what they rest on must count by then.
import type { Procedure } from '../procedure/procedure.ts'

/** Where not every act that the law guards is one: how an offer ended is what the market did. */
const effects: Readonly<Record<string, readonly string[]>> = {
  transfer: [
    'listed',
    'auctionAnnounced',
    'signed',
    'openLicenceDeclared',
    'investmentApproved',
    'productionStarted',
    'paid',
    'closed',
  ],
  abandonment: ['noticePublished', 'abandoned', 'takenOver', 'closed'],
  use_first: ['decided', 'signed', 'useBegan', 'convertedToPay', 'convertedToCooperate', 'closed'],
  rectification: ['decided', 'agreed', 'executed', 'closed'],
  empowerment_ownership: ['decided', 'agreed', 'registered', 'retainedShareCeded', 'closed'],
  empowerment_use: ['decided', 'agreed', 'useBegan', 'extended', 'closed'],
}

/** The acts by which something takes effect; elsewhere those that the law guards, and the end. */
export function effectsOf({ id, acts }: Procedure): ReadonlySet<string> {
  const guarded = Object.keys(acts).filter((type) => acts[type]?.action !== undefined)
  return new Set(effects[id] ?? [...guarded, 'closed'])
}
