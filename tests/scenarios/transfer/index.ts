import { objectionRejected } from './objection-rejected.ts'
import { plainLicence } from './plain-licence.ts'

/** Transfers: each mode, each way to a price, and what comes between. */
export const transfers = [plainLicence, objectionRejected]
