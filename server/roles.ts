/** Role that owns every object; nobody signs in with it. */
export const OWNER_ROLE = 'payung_owner';
/** Login of the running program: owns nothing, row-level security applies to it. */
export const APP_ROLE = 'payung_app';
/**
 * What the program's login becomes while it reads for somebody who may see the people of all regions. Rows are his by one
 * question per statement there, and by a list of regions otherwise.
 */
export const NATIONWIDE_ROLE = 'payung_nationwide';
/** Group of the analysts' own logins: reads the views of schema analytics, nothing else. */
export const ANALYST_ROLE = 'payung_analyst';
/** Role that makes and ends those logins; nobody signs in with it, it acts only in functions of its own. */
export const WARDEN_ROLE = 'payung_warden';
