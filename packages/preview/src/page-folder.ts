import { fileURLToPath } from 'node:url';

/** Folder of the page's files, as they are shipped. */
export const PAGE_FOLDER = fileURLToPath(new URL('../dist/page', import.meta.url));
