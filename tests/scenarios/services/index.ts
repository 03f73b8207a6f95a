import { technicalService } from './technical-service.ts'

/** The three kinds of service contract. */
export const services = [technicalService]
