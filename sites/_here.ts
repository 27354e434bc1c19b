/**
 * The sites that may be met in the page this script runs in: the one whose own script was loaded before (see _own.ts), and those that any
 * host may hold. So a page pays for one site, and not for all that Earshot knows.
 */
import { ownSites } from './_own.ts';
import { createTable } from './_table.ts';
import discourse from './discourse.ts';
import elk from './elk.ts';
import flarum from './flarum.ts';
import generic from './generic.ts';
import lemmy from './lemmy.ts';
import mastodon from './mastodon.ts';
import nodebb from './nodebb.ts';
import phanpy from './phanpy.ts';
import phpbb from './phpbb.ts';
import substack from './substack.ts';

/** Every site for which `isAnywhere` (_table.ts) holds; tests/unit/core/sites.test.ts compares. */
export const anywhere = Object.entries({ discourse, elk, flarum, generic, lemmy, mastodon, nodebb, phanpy, phpbb, substack }).map(
  ([id, site]) => ({ id, site }),
);

export const { findSite, placeOf } = createTable([...ownSites(), ...anywhere]);
