/**
 * The sites that may be met in the page this script runs in: whatever the script loaded before it handed over (see _own.ts). That is the
 * one site of a known host, or all those that any host may hold. So a page pays for what it may show, and not for all that Earshot knows.
 */
import { ownSites } from './_own.ts';
import { createTable } from './_table.ts';

export const { findSite, placeOf } = createTable(ownSites());
