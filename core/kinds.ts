/** What each kind of keyword looks like unless the person chooses otherwise. */
import type { KeywordColor, KeywordKind } from './model.ts';

export const kinds: readonly KeywordKind[] = ['brand', 'competitor', 'topic', 'person'];

export const colors: readonly KeywordColor[] = ['teal', 'rose', 'amber', 'violet', 'sky', 'lime', 'orange', 'slate'];

export const defaultColor: Readonly<Record<KeywordKind, KeywordColor>> = {
  brand: 'teal',
  competitor: 'rose',
  topic: 'amber',
  person: 'violet',
};
